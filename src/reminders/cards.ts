import { REAL_CLOCK } from "../domain/clock";
import { t } from "../domain/speech";
import { SECOND } from "../domain/time";
import { type Card, type CardData, newsCard, renewedCard } from "./card";
import { tagUnder, tagWithin } from "./card-tag";
import { cardsLock } from "./cards-lock";
import { keptImage } from "./kept-image";
import { type Platform, platformOf } from "./platform";
import { judgeOf, type RingState } from "./ring";
import { TEST_SESSION } from "./self-test";

/** A card waits this long, in milliseconds, for somebody who looks through the cards; then it comes all the same. */
const PATIENCE = 150;

/** What nobody waits for, or somebody who ends a rehearsal, may take longer. */
const LONG_PATIENCE = 1_000;

/** After this long without an answer the platform has the card in its own queue, as Firefox does behind three. */
const SLOW = 5 * SECOND;

const VIBRATION = [200, 100, 200];

/** What TypeScript's DOM does not know of a notification. */
interface CardOptions extends NotificationOptions {
  readonly renotify: boolean;
  readonly vibrate?: readonly number[];
  readonly actions: readonly { readonly action: "open" | "mute"; readonly title: string }[];
}

/** Looks for the cards' images beforehand, so that the first card is not late for them. */
export async function readyImages(scope: string): Promise<void> {
  await Promise.all([keptImage(scope, "pwa-192x192.png"), keptImage(scope, "badge.png")]);
}

/**
 * Shows a card through the service worker's registration, so that it outlives the page. False where the
 * platform refuses (permission gone, no active worker). Whoever rings must not wait for ever: the next
 * reminder would.
 */
export async function showCard(registration: ServiceWorkerRegistration, card: Card): Promise<boolean> {
  const shown = cardsLock(registration.scope)
    .together(PATIENCE, () => put(registration, card))
    .then(
      () => true,
      () => false,
    );
  return Promise.race([shown, new Promise<true>((resolve) => setTimeout(resolve, SLOW, true))]);
}

async function put(registration: ServiceWorkerRegistration, card: Card): Promise<void> {
  const { title, body, tag, sounds } = card;
  // On a computer a card that vanished after five seconds may not have been seen by anybody.
  const insists = card.data.insists && platformOf(navigator.userAgent) === "computer";
  const data: CardData = { ...card.data, insists };
  const [icon, badge] = await Promise.all([
    keptImage(registration.scope, "pwa-192x192.png"),
    keptImage(registration.scope, "badge.png"),
  ]);
  const open = { action: "open", title: t("Open") } as const;
  const mute = { action: "mute", title: t("Mute") } as const;
  const options: CardOptions = {
    body,
    tag: tagUnder(registration.scope, tag),
    data,
    dir: "auto",
    requireInteraction: insists,
    renotify: sounds,
    actions: data.isNews || data.isChange || data.sessionId === TEST_SESSION ? [open] : [open, mute],
    ...(sounds ? { vibrate: VIBRATION } : { silent: true }),
    ...(icon && { icon }),
    ...(badge && { badge }),
  };
  await registration.showNotification(title, options);
}

/**
 * Keeps the cards that are up in step with the schedule, for all wakes of one page or worker. `visit` counts
 * how often the app has come into sight; null while it is out of sight.
 */
export type Tidier = (state: RingState, visit: number | null) => Promise<void>;

/**
 * Makes the tidier of a page or worker on a platform. It closes, renews or replaces the cards for which that
 * is due: sessions that have ended, begun, moved or been called off; and, on a phone whose app is in sight,
 * what stood for it in its absence. It looks at the cards only where something is new since it last did.
 */
export function openTidier(registration: ServiceWorkerRegistration, platform: Platform): Tidier {
  const lock = cardsLock(registration.scope);
  let tidied: string = REAL_CLOCK.run;
  return async (state, visit) => {
    const due = state.fates.filter(({ fate }) => fate.fate !== "keep").map(({ mark }) => mark);
    const news = [
      state.clock.run,
      // Each time anew: somebody may have been away and back between two wakes, and a card come meanwhile.
      ...(platform !== "computer" && visit !== null ? [`visit ${visit}`] : []),
      ...due,
    ].join();
    if (news === tidied) return;
    if (await lock.alone(LONG_PATIENCE, () => tidy(registration, state, visit !== null))) tidied = news;
  };
}

async function tidy(
  registration: ServiceWorkerRegistration,
  state: RingState,
  inSight: boolean,
): Promise<void> {
  const { kept, clock, now, wishes, coming } = state;
  const judge = judgeOf(kept, now);
  for (const shown of await registration.getNotifications()) {
    const { title, body } = shown;
    const tag = tagWithin(registration.scope, shown.tag);
    const data = shown.data as CardData | null;
    // Another run's: the real day's cards stay while a rehearsal runs, a rehearsal's go with it.
    if (!data || (data.run !== clock.run && data.run === REAL_CLOCK.run)) continue;
    if (data.isChange) {
      // Whatever has become of the session since has a card of its own.
      if (now >= data.endsAt) shown.close();
      continue;
    }
    const stale = data.isNextUp && (inSight || !coming.some(({ id }) => id === tag));
    const { fate, session, timeZone = "UTC" } = judge(data);
    const card: Card = { title, body, tag, sounds: false, data };
    const isOver = data.run !== clock.run || fate.fate === "close" || stale;
    if (isOver) shown.close();
    else if (fate.fate === "tell") await put(registration, newsCard(card, wishes.sound, timeZone));
    else if (fate.fate === "renew" && session) {
      await put(registration, renewedCard(card, session, now, wishes.sound, timeZone));
    }
  }
}

/** Closes one card, such as one that came too late. */
export async function closeCard(registration: ServiceWorkerRegistration, tag: string): Promise<void> {
  await cardsLock(registration.scope).alone(LONG_PATIENCE, async () => {
    for (const shown of await registration.getNotifications({ tag: tagUnder(registration.scope, tag) }))
      shown.close();
  });
}

/** Closes the cards of rehearsals other than `run`: they speak of a day that is not. */
export async function closeRehearsed(registration: ServiceWorkerRegistration, run: string): Promise<void> {
  const close = async () => {
    for (const shown of await registration.getNotifications()) {
      const data = shown.data as CardData | null;
      if (data && data.run !== REAL_CLOCK.run && data.run !== run) shown.close();
    }
  };
  if (!(await cardsLock(registration.scope).alone(LONG_PATIENCE, close))) await close();
}
