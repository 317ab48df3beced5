import type { Since } from "./since";

/** What the attendee has put into the agenda that is in no feed: "coffee with X, 15:45, foyer". */
export interface OwnEntry {
  /** Its own, random, and beginning with `own:`; in addresses, reminders and calendars like a session's id. */
  readonly sessionId: string;
  readonly title: string;
  /** Epoch milliseconds; never after `endsAt`. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** Where it is, in the attendee's words; null where that is not said. */
  readonly room: string | null;
  /** When it was put in, or moved last: what had passed by then does not ring. */
  readonly since: Since;
}

/** True of the id of an own entry, also of one that has been deleted since. */
export function isOwnId(sessionId: string): boolean {
  return sessionId.startsWith("own:");
}
