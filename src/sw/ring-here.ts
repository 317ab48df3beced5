import { REAL_CLOCK } from "../domain/clock";
import { speak } from "../domain/speech";
import { showBadge } from "../reminders/badge";
import type { CardData } from "../reminders/card";
import { tagWithin } from "../reminders/card-tag";
import { openTidier, showCard } from "../reminders/cards";
import { showNextUp } from "../reminders/next-up";
import { platformOf } from "../reminders/platform";
import { type RingState, ring } from "../reminders/ring";
import { deviceNow, readClock } from "../store/clock";
import { Db } from "../store/db";
import { markAnswered } from "../store/deliveries";
import { HOME } from "../store/home";
import { readSetting } from "../store/settings";
import { setLead } from "../store/wishes";

declare const self: ServiceWorkerGlobalScope;

let db: Db | undefined;

/** The attendee's store, opened once for as long as this worker lives. */
export function openDb(): Db {
  if (!db) {
    db = new Db(new URL(self.registration.scope).pathname);
    // A newer version of the app needs the database: let go, or its upgrade would hang behind this worker.
    db.on("versionchange", () => {
      db?.close({ disableAutoOpen: true });
      return false; // Else Dexie's own answer would let the next ring open the database again.
    });
  }
  return db;
}

const tidy = openTidier(self.registration, platformOf(navigator.userAgent));

/** What rings have left to do: cards to tidy, a badge to set. An event waits for it at its end. */
const chores = new Set<Promise<void>>();

function chore(work: Promise<void>): void {
  const done = work.catch(reportError).finally(() => chores.delete(done));
  chores.add(done);
}

/** Settles once all that rings have left to do is done. */
export async function choresDone(): Promise<void> {
  await Promise.all(chores);
}

/** True while a window of the app is on the screen. */
export async function inSight(): Promise<boolean> {
  const windows = await self.clients.matchAll({ type: "window" });
  return windows.some(({ visibilityState }) => visibilityState === "visible");
}

async function afterRing(state: RingState, nextUp: boolean): Promise<void> {
  await showBadge(state);
  if (Notification.permission !== "granted") return;
  await tidy(state, (await inSight()) ? 0 : null);
  if (nextUp) await showNextUp(self.registration, state, inSight);
}

/**
 * Rings from the service worker, at whatever wake it got; as a phone is put away, also shows what comes
 * next. Returns the device instant of the next ring; null where nothing is armed or the store cannot be had.
 */
export async function ringHere(nextUp = false): Promise<number | null> {
  try {
    // In the page's words and digits, as it last kept them.
    speak(await readSetting(openDb(), "speech"));
    return await ring(openDb(), {
      by: "service worker",
      deviceNow,
      scope: self.registration.scope,
      canShow: () => Notification.permission === "granted",
      show: async (card) => ((await showCard(self.registration, card)) ? "notification" : null),
      after: (state) => chore(afterRing(state, nextUp)),
    });
  } catch {
    return null;
  }
}

/** Somebody has answered a card: so it was shown, and is not to be up again, whatever its caller had time to say. */
export async function settleAnswered({ data, tag }: Notification): Promise<void> {
  const { run, isNextUp } = data as CardData;
  if (isNextUp) return; // The reminder itself, under the same tag, is still to come.
  const clock = await readClock(openDb());
  if (clock.run === run) await markAnswered(openDb(), clock, tagWithin(self.registration.scope, tag));
}

/** "Mute" on a card: this session rings no more; its star stays. A rehearsed card is only closed. */
export async function mute(card: Notification): Promise<void> {
  card.close();
  const { run, sessionId, conference = HOME } = card.data as CardData;
  if (run === REAL_CLOCK.run) await setLead(openDb(), conference, sessionId, "none", REAL_CLOCK);
}
