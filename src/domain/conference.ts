import { placesBy } from "./places-by";
import type { Details, Session } from "./session";
import { DAY_START_HOUR, dayOf } from "./time";

/** One parsed feed: everything a list, an agenda or a reminder asks for. */
export interface Conference {
  readonly name: string;
  /** The feed's own words about itself, or an empty string. */
  readonly description: string;
  /** IANA name of the zone in which days are cut and times are shown. */
  readonly timeZone: string;
  /** The organiser's hour at which a new day begins, where it is not `DAY_START_HOUR`. */
  readonly dayStartHour?: number;
  /** "plain" where the organiser says that descriptions are no Markdown. */
  readonly descriptions?: "plain";
  /** Milliseconds that the feed asks to leave between refreshes (RFC 7986, 5.7), or null. */
  readonly refreshEvery: number | null;
  /** By start, then end, then title, then id. */
  readonly sessions: readonly Session[];
  /** Sessions that the feed held once and holds no longer, as cancelled; no feed says so, the store keeps them. */
  readonly gone?: readonly Session[];
  /** Ids that sessions had before they were deleted and made again, each with the id of today; kept as well. */
  readonly renamed?: readonly (readonly [before: string, now: string])[];
}

/** What came of one line or event of a feed that could not be taken as it stood. */
export interface ReportLine {
  readonly level: "skipped" | "dropped" | "guessed" | "note";
  readonly where: string;
  readonly reason: string;
}

/** The part of a feed that lists do not need. */
export interface ConferenceDetails {
  readonly sessions: Readonly<Record<string, Details>>;
  readonly report: readonly ReportLine[];
  /** Those of the sessions in the conference's `gone`. */
  readonly gone?: Readonly<Record<string, Details>>;
}

const places = placesBy(({ id }: Session) => id);

/** The session of an id, also of one that it had before, and one that the feed no longer holds. */
export function sessionOf(
  { sessions, gone = [], renamed = [] }: Pick<Conference, "sessions" | "gone" | "renamed">,
  id: string,
): Session | undefined {
  const today = renamed.find(([before]) => before === id)?.[1] ?? id;
  return sessions[places(sessions).get(today) ?? -1] ?? gone[places(gone).get(today) ?? -1];
}

/** The sessions of these ids that the feed holds, in the order of the schedule. */
export function sessionsOf(
  { sessions }: Pick<Conference, "sessions">,
  ids: Iterable<string>,
): readonly Session[] {
  const known = places(sessions);
  const found = [...ids].map((id) => known.get(id)).filter((place) => place !== undefined);
  return found.sort((a, b) => a - b).flatMap((place) => sessions[place] ?? []);
}

const daysKnown = new WeakMap<readonly Session[], ReadonlyMap<string, readonly Session[]>>();

/** The sessions of each day, days in order; days without sessions do not appear. The same answer for the same sessions. */
export function daysOf({ sessions }: Pick<Conference, "sessions">): ReadonlyMap<string, readonly Session[]> {
  const known = daysKnown.get(sessions) ?? cutInDays(sessions);
  daysKnown.set(sessions, known);
  return known;
}

function cutInDays(sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const days = new Map<string, Session[]>();
  for (const session of sessions) {
    const day = days.get(session.day);
    if (day) day.push(session);
    else days.set(session.day, [session]);
  }
  return new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The conference day of `now`, `YYYY-MM-DD`: cut in its zone, at the organiser's hour. */
export function todayOf(
  { timeZone, dayStartHour }: Pick<Conference, "timeZone" | "dayStartHour">,
  now: number,
): string {
  return dayOf(now, timeZone, dayStartHour ?? DAY_START_HOUR);
}
