import { type Conference, sessionOf, todayOf } from "./conference";
import type { OwnEntry } from "./own-entry";
import type { Asked } from "./reminder";
import { bareSession, type Session } from "./session";
import type { Star } from "./star";

/** A conference, and all that the attendee has said about what is to ring of it. */
export interface AskedOf {
  readonly conference: Conference;
  readonly asked: Asked;
}

interface Merged {
  readonly stamp: string;
  readonly conference: Conference;
}

// Asked at each ring and each drawing, of conferences of thousands of sessions and of few entries.
const merged = new WeakMap<Conference, Merged>();

/**
 * The same with the attendee's own entries among the sessions, each in its place and as good as starred since it was
 * put in or moved. For agenda, reminders, calendar and paper alone: the schedule is the feed's. Where there are no
 * entries it is the very same object; and the same conference again for the same one with the same entries.
 */
export function withOwnEntries<Of extends AskedOf>(of: Of, entries: readonly OwnEntry[]): Of {
  const { conference, asked } = of;
  // An id stands for one session: the feed's.
  const own = entries.filter(({ sessionId }) => !sessionOf(conference, sessionId));
  if (own.length === 0) return of;
  return {
    ...of,
    conference: mergedWith(conference, own),
    asked: { ...asked, stars: [...asked.stars, ...own.map(starOf)] },
  };
}

function mergedWith(conference: Conference, own: readonly OwnEntry[]): Conference {
  const stamp = JSON.stringify(own);
  const known = merged.get(conference);
  if (known?.stamp === stamp) return known.conference;
  const sessions = [...conference.sessions, ...own.map((entry) => sessionFrom(entry, conference))];
  // A stable order of what is in order already, but for a few at its end.
  sessions.sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  const whole = { ...conference, sessions };
  merged.set(conference, { stamp, conference: whole });
  return whole;
}

function sessionFrom(entry: OwnEntry, conference: Conference): Session {
  const { sessionId: id, title, startsAt, endsAt, room } = entry;
  return bareSession({ id, title, startsAt, endsAt, room, day: todayOf(conference, startsAt), own: true });
}

function starOf({ sessionId, since: { at, run, appAt } }: OwnEntry): Star {
  return { sessionId, starredAt: at, run, appStarredAt: appAt };
}
