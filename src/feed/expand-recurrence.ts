import ICAL from "ical.js";
import { DAY } from "../domain/time";
import type { FeedZones } from "./feed-time-zone";
import type { Block } from "./read-blocks";
import { type FeedTime, readDateTime } from "./read-date-time";
import { type Drop, paramOf, propertiesOf } from "./read-property";

const MOST_OCCURRENCES = 400;
const LONGEST_INTERVAL = 1_000;
const LONGEST_SERIES = 3 * 366 * DAY;
/** ical.js searches for ever where a rule can never be met, such as every 30 February. */
const MOST_STEPS = 20_000;

class BoundedIterator extends ICAL.RecurIterator {
  steps = 0;
  override check_contracting_rules(): boolean {
    if (++this.steps > MOST_STEPS) throw new Error("The rule finds no more occurrences.");
    return super.check_contracting_rules();
  }
}

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
  const starts = new Map([[zones.instantOf(start), start]]);
  const add = (time: FeedTime) => {
    const instant = zones.instantOf(time);
    if (!starts.has(instant)) starts.set(instant, time);
  };
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
function* byRule(value: string, start: FeedTime, zones: FeedZones): Generator<FeedTime> {
  const parts = value
    .toUpperCase()
    .split(";")
    .filter((part) => part !== "");
  const until = parts.find((part) => part.startsWith("UNTIL="))?.slice(6);
  const last = until === undefined ? Number.POSITIVE_INFINITY : lastInstant(until, start, zones);
  const rule = ICAL.Recur.fromString(parts.filter((part) => !part.startsWith("UNTIL=")).join(";"));
  if (rule.interval > LONGEST_INTERVAL) throw new Error("The rule counts days one by one for ever.");
  rule.until = toIcal(start.local + LONGEST_SERIES);
  const iterator = new BoundedIterator({ rule, dtstart: toIcal(start.local) });
  for (let count = 0; count < MOST_OCCURRENCES; count++) {
    const next = iterator.next();
    const time = next && { ...start, local: fromIcal(next) };
    if (!time || zones.instantOf(time) > last) return;
    yield time;
  }
}

/** UNTIL counts as an occurrence itself; a date's whole day does. */
function lastInstant(until: string, start: FeedTime, zones: FeedZones): number {
  const time = readDateTime(until, start.tzid);
  if (!time) throw new Error("UNTIL is no time.");
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

function toIcal(local: number): ICAL.Time {
  const wall = new Date(local);
  return new ICAL.Time(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
    },
    ICAL.Timezone.localTimezone,
  );
}

const fromIcal = ({ year, month, day, hour, minute, second }: ICAL.Time): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);
