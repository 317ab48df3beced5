import type { Change } from "../domain/change";
import { changeWords } from "../domain/change-words";
import { appTime } from "../domain/clock";
import { sessionOf } from "../domain/conference";
import { t } from "../domain/speech";
import { deviceNow, readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import type { Db } from "../store/db";
import { HOME } from "../store/home";
import { readSetting } from "../store/settings";
import { readStars } from "../store/stars";
import { type Card, changeCard } from "./card";
import { showCard } from "./cards";
import { ownRegistration } from "./own-worker";
import { permission } from "./permission";

/** More starred sessions than this that change at once are told of in one sentence. */
const MOST = 3;

/** How a page tells of changes. */
export interface TellDoors {
  /** The absolute address the app is served under. */
  readonly scope: string;
  /** Says a sentence in the page. */
  readonly say: (text: string) => void;
  readonly isVisible: () => boolean;
  /** Puts a card on the screen, where that may be. */
  readonly show: (card: Card) => Promise<void>;
}

/**
 * Tells of starred sessions that have changed and are not over yet, where the attendee wants that: in the page
 * where it is looked at, else with a card each, or one for all where they are many. Called by the one page that
 * brought the changes, so that each is told once.
 */
export async function tellChanges(
  db: Db,
  key: string,
  changes: readonly Change[],
  doors: TellDoors,
): Promise<void> {
  const [wishes, stars, conference, clock] = await Promise.all([
    readSetting(db, "wishes"),
    readStars(db, key),
    readConference(db, key),
    readClock(db),
  ]);
  if (!wishes.changes || !conference) return;
  const starred = new Set(stars.map(({ sessionId }) => sessionId));
  const now = appTime(clock, deviceNow());
  const cards = changes.flatMap((change) => {
    const session = starred.has(change.sessionId) && sessionOf(conference, change.sessionId);
    if (!session || session.endsAt <= now) return [];
    const words = changeWords(change, conference);
    return [changeCard(session, words, wishes.sound, doors.scope, key === HOME ? undefined : key)];
  });
  const [first] = cards;
  if (!first) return;
  const all = t(
    "{count, plural, one {# starred session has changed} other {# starred sessions have changed}}",
    { count: cards.length },
  );
  if (doors.isVisible()) {
    doors.say(cards.length === 1 ? `${first.title}: ${first.body}` : all);
    return;
  }
  const whose = key === HOME ? "" : `?conference=${encodeURIComponent(key)}`;
  const url = new URL(`#/changes${whose}`, doors.scope).href;
  const together: Card = {
    ...first,
    title: conference.name,
    body: all,
    tag: `changes${whose}`,
    data: { ...first.data, url },
  };
  for (const card of cards.length > MOST ? [together] : cards) await doors.show(card);
}

/** Puts such a card up through the registration of the app at `scope`, where there is one and it may notify. */
export async function showChangeCard(scope: string, card: Card): Promise<void> {
  if (permission() !== "granted") return;
  const registration = await ownRegistration(scope);
  if (registration?.active) await showCard(registration, card);
}
