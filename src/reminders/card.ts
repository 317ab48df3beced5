import type { CardTimes } from "../domain/card-fate";
import { type Clock, REAL_CLOCK } from "../domain/clock";
import { type Reminder, startWords } from "../domain/reminder";
import { clockTime } from "../domain/say-time";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import { TEST_SESSION } from "./self-test";

/** What a notification carries, so that a click finds its session without the page. Epoch milliseconds. */
export interface CardData extends CardTimes {
  readonly sessionId: string;
  /** The key of its conference, where that is not the site's own. */
  readonly conference?: string;
  readonly uid: string;
  readonly url: string;
  readonly run: string;
  /** Put up in silence as the app was left: what comes next. The reminder itself takes its place. */
  readonly isNextUp: boolean;
  /** It tells of a change, not of a start. */
  readonly isChange?: true;
}

/** A reminder in words. */
export interface Card {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  /** With sound and vibration, also where it takes another card's place. */
  readonly sounds: boolean;
  readonly data: CardData;
}

/** Where a card is made: the conference's zone, the app's clock, and the absolute address of the app. */
export interface CardPlace {
  readonly timeZone: string;
  readonly clock: Clock;
  readonly scope: string;
}

/** The hash address of a session; with the key of its conference, where another one may be shown. */
export function sessionHash(sessionId: string, conference?: string): string {
  const session = `#/session/${encodeURIComponent(sessionId)}`;
  return conference === undefined ? session : `${session}?conference=${encodeURIComponent(conference)}`;
}

const line = (...words: readonly (string | null)[]) => words.filter((word) => word !== null).join(" · ");

/** "Hall H · 14:15": room and start, in the conference's zone. */
function whereAndWhen({ room, startsAt }: Pick<Session, "room" | "startsAt">, timeZone: string): string {
  return line(room, clockTime(startsAt, timeZone));
}

/**
 * Words for a reminder as it is shown at `now` (app's time): minutes left, room, and the clock time in
 * the conference's zone.
 */
export function cardFor(reminder: Reminder, now: number, sounds: boolean, place: CardPlace): Card {
  const { session, fireAt, id, conference } = reminder;
  const { title, startsAt, endsAt, room, uid } = session;
  const { timeZone, clock, scope } = place;
  const isTest = session.id === TEST_SESSION;
  return {
    title,
    body: isTest
      ? line(t("Reminders work here"), clockTime(startsAt, timeZone))
      : line(startWords(startsAt, now), whereAndWhen(session, timeZone)),
    tag: id,
    sounds,
    data: {
      sessionId: session.id,
      ...(conference !== undefined && { conference }),
      uid,
      fireAt,
      startsAt,
      endsAt,
      room,
      url: new URL(isTest ? "#/reminders" : sessionHash(session.id, conference), scope).href,
      run: clock.run,
      insists: now < startsAt,
      isNews: false,
      isNextUp: false,
    },
  };
}

/** The silent card of what comes next, under the tag of the reminder that will take its place. */
export function nextUpCard(reminder: Reminder, also: number, place: CardPlace): Card {
  const { session } = reminder;
  const card = cardFor(reminder, session.startsAt, false, place);
  const more = also > 0 ? t("and {count} more", { count: also }) : null;
  return {
    ...card,
    body: line(t("Next up"), whereAndWhen(session, place.timeZone), more),
    data: { ...card.data, isNextUp: true },
  };
}

/**
 * The same card with the words that are right at `now`: once its session has begun no longer in the way; with
 * sound only where it had said that the session was off.
 */
export function renewedCard(
  card: Card,
  session: Session,
  now: number,
  sounds: boolean,
  timeZone: string,
): Card {
  const { startsAt, endsAt, room } = session;
  const state = now < startsAt ? startWords(startsAt, now) : t("has begun");
  return {
    ...card,
    body: line(card.data.isNews ? t("is on again") : null, state, whereAndWhen(session, timeZone)),
    sounds: sounds && card.data.isNews,
    data: { ...card.data, startsAt, endsAt, room, insists: now < startsAt, isNews: false },
  };
}

/** What takes the card's place where its session is off. */
export function newsCard(card: Card, sounds: boolean, timeZone: string): Card {
  return {
    ...card,
    body: line(t("has been cancelled"), t("was {time}", { time: clockTime(card.data.startsAt, timeZone) })),
    sounds,
    data: { ...card.data, insists: false, isNews: true, isNextUp: false },
  };
}

/**
 * Tells that a starred session has changed: `words` are what; `conference` is the key of its conference, where
 * that is not the site's own. Nothing of it is rehearsed, whatever the clock.
 */
export function changeCard(
  session: Session,
  words: readonly string[],
  sounds: boolean,
  scope: string,
  conference?: string,
): Card {
  const { title, startsAt, endsAt, room, uid, id } = session;
  return {
    title,
    body: line(...words),
    tag: conference === undefined ? `change:${id}` : `change:${conference}/${id}`,
    sounds,
    data: {
      ...{ sessionId: id, uid, fireAt: startsAt, startsAt, endsAt, room },
      ...(conference !== undefined && { conference }),
      url: new URL(sessionHash(id, conference), scope).href,
      run: REAL_CLOCK.run,
      insists: false,
      isNews: false,
      isNextUp: false,
      isChange: true,
    },
  };
}
