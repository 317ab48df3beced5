import type { Clock } from "../domain/clock";
import { type Reminder, startWords } from "../domain/reminder";
import { clockTime } from "../domain/say-time";

/** What a notification carries, so that a click finds its session without the page. Epoch milliseconds. */
export interface CardData {
  readonly sessionId: string;
  readonly uid: string;
  readonly fireAt: number;
  readonly startsAt: number;
  readonly url: string;
  readonly run: string;
}

/** A reminder in words. */
export interface Card {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly data: CardData;
}

/** The hash address of a session. */
export function sessionHash(sessionId: string): string {
  return `#/session/${encodeURIComponent(sessionId)}`;
}

/**
 * Words for a reminder as it is shown at `now` (app's time): minutes left, room, and the clock time in
 * the conference's zone. `scope` is the absolute address the app is served under.
 */
export function cardFor(
  reminder: Reminder,
  now: number,
  timeZone: string,
  clock: Clock,
  scope: string,
): Card {
  const { session, fireAt, id } = reminder;
  const { title, startsAt, uid, room } = session;
  const words = [startWords(startsAt, now), room, clockTime(startsAt, timeZone)];
  return {
    title,
    body: words.filter((word) => word !== null).join(" · "),
    tag: id,
    data: {
      sessionId: session.id,
      uid,
      fireAt,
      startsAt,
      url: new URL(sessionHash(session.id), scope).href,
      run: clock.run,
    },
  };
}
