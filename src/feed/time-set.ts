import { DAY } from "../domain/time";
import type { FeedZones } from "./feed-time-zone";
import type { FeedTime } from "./read-date-time";

/** Times that name occurrences of a series: those of EXDATE and RECURRENCE-ID. */
interface TimeSet {
  /** True where one of them names this occurrence of the series that begins at `start`. */
  readonly has: (occurrence: FeedTime, start: FeedTime) => boolean;
}

/**
 * Feeds name an occurrence in more ways than RFC 5545, 3.8.4.4 and 3.8.5.1 know: by its instant, also in UTC or
 * another zone; by its date alone, also where it has a time, or by a time where it has none; by its wall clock
 * without a zone.
 */
export function openTimeSet(times: readonly FeedTime[], zones: FeedZones): TimeSet {
  const keys = new Set(times.flatMap((time) => namesOf(time, zones)));
  return {
    has: (occurrence, start) =>
      keys.size > 0 && keysOf(occurrence, start, zones).some((key) => keys.has(key)),
  };
}

/** What a time in an EXDATE or RECURRENCE-ID may be looked up by. */
export function namesOf(time: FeedTime, zones: FeedZones): readonly string[] {
  const { local, isDate, tzid } = time;
  if (isDate) return [`date ${dateOf(local)}`];
  const instant = `at ${zones.instantOf(time)}`;
  // A midnight in UTC may well mean the date; another time in UTC is an instant and no more.
  const date = tzid !== "UTC" || local % DAY === 0 ? [`time on ${dateOf(local)}`] : [];
  return [instant, ...date, ...(tzid === null ? [`local ${local}`] : [])];
}

/** What an occurrence may be named by. */
export function keysOf(occurrence: FeedTime, start: FeedTime, zones: FeedZones): readonly string[] {
  const { local } = occurrence;
  const instant = `at ${zones.instantOf(occurrence)}`;
  if (start.isDate) return [instant, `date ${dateOf(local)}`, `time on ${dateOf(local)}`];
  return [instant, `date ${dateOf(local)}`, `local ${local}`];
}

const dateOf = (local: number): number => Math.floor(local / DAY);
