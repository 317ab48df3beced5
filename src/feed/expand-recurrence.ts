import { DAY } from "../domain/time";
import type { FeedZones } from "./feed-time-zone";
import type { Block } from "./read-blocks";
import { type FeedTime, readDateTime } from "./read-date-time";
import { type Drop, paramOf, propertiesOf } from "./read-property";
import { repeatByRule } from "./repeat-by-rule";

const MOST_OCCURRENCES = 400;
const LONGEST_SERIES = 3 * 366 * DAY;

/**
 * The starts of an event and its repetitions (RFC 5545, 3.8.5): RRULE and RDATE without EXDATE, in order,
 * within three years of the first and at most 400. Just the event's own start where nothing repeats, or
 * where its rule cannot be read, which is told.
 */
export function expandRecurrence(
  event: Block,
  start: FeedTime,
  zones: FeedZones,
  drop: Drop,
): readonly FeedTime[] {
  if (!event.lines.has("RRULE") && !event.lines.has("RDATE")) return [start];
  const starts = new Map<number, FeedTime>();
  const add = (time: FeedTime) => {
    const instant = zones.instantOf(time);
    if (!starts.has(instant)) starts.set(instant, time);
  };
  add(start);
  for (const { values } of propertiesOf(event, "RRULE", drop)) {
    try {
      for (const time of byRule(values.join(","), start, zones)) add(time);
    } catch {
      drop("Its repetition rule cannot be read, or not to its end.");
    }
  }
  for (const time of datesOf(event, "RDATE", drop)) add({ ...time, isDate: start.isDate });
  for (const time of datesOf(event, "EXDATE", drop)) {
    if (time.isDate && !start.isDate) {
      for (const [instant, { local }] of starts) if (sameDate(local, time.local)) starts.delete(instant);
    } else starts.delete(zones.instantOf(time));
  }
  const first = zones.instantOf(start);
  return [...starts]
    .filter(([instant]) => Math.abs(instant - first) <= LONGEST_SERIES)
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_OCCURRENCES)
    .map(([, time]) => time);
}

/** Works on the wall clock of the event's own zone, so that nine o'clock stays nine o'clock; throws on a bad rule. */
function* byRule(rule: string, start: FeedTime, zones: FeedZones): Generator<FeedTime> {
  const until = /UNTIL=([^;]*)/i.exec(rule)?.[1];
  const last = until === undefined ? Number.POSITIVE_INFINITY : lastInstant(until, start, zones);
  let count = 0;
  for (const local of repeatByRule(rule, start.local, start.local + LONGEST_SERIES)) {
    const time = { ...start, local };
    if (++count > MOST_OCCURRENCES || zones.instantOf(time) > last) return;
    yield time;
  }
}

/** UNTIL counts as an occurrence itself; a date's whole day does. */
function lastInstant(until: string, start: FeedTime, zones: FeedZones): number {
  const time = readDateTime(until, start.tzid);
  if (!time) throw new RangeError("UNTIL is no time.");
  return zones.instantOf(time.isDate ? { ...start, local: time.local + DAY - 1_000 } : time);
}

function datesOf(event: Block, name: string, drop: Drop): readonly FeedTime[] {
  return propertiesOf(event, name, drop).flatMap((property) =>
    property.values.flatMap((value) => {
      const time = readDateTime(value.split("/")[0] ?? "", paramOf(property, "tzid"));
      if (!time) drop(`Its ${name} "${value}" is no time.`);
      return time ?? [];
    }),
  );
}

const sameDate = (a: number, b: number): boolean => Math.floor(a / DAY) === Math.floor(b / DAY);
