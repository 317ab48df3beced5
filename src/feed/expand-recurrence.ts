import { DAY, HOUR } from "../domain/time";
import type { FeedZones } from "./feed-time-zone";
import type { Block } from "./read-blocks";
import { type FeedTime, readDateTime } from "./read-date-time";
import { type Drop, paramOf, propertiesOf } from "./read-property";
import { repeatByRule, type StepBudget } from "./repeat-by-rule";
import type { SeriesWindow } from "./series-window";
import { openTimeSet } from "./time-set";

const MOST_OCCURRENCES = 400;
const SHORT_SERIES = 366 * DAY;

export interface SeriesContext {
  readonly zones: FeedZones;
  /** Where endless and long series are taken from; null for a year from their own start. */
  readonly window: SeriesWindow | null;
  readonly budget: StepBudget;
  readonly drop: Drop;
}

export interface Series {
  readonly starts: readonly FeedTime[];
  /** True where there are more of them, before or after. */
  readonly more: boolean;
}

interface Occurrences {
  /** By instant. */
  readonly times: ReadonlyMap<number, FeedTime>;
  /** Instants; null for all. */
  readonly window: SeriesWindow | null;
}

/**
 * The starts of an event and its repetitions (RFC 5545, 3.8.5): RRULE and RDATE without EXDATE, in order, at
 * most 400. A rule that ends within a year of its start is taken whole, another only inside the window, and
 * where nothing lies there, its nearest. Just the event's own start where nothing repeats, or where its rule
 * cannot be read, which is told. None where each has been taken back.
 */
export function expandRecurrence(event: Block, start: FeedTime, context: SeriesContext): Series {
  if (!event.lines.has("RRULE") && !event.lines.has("RDATE")) return { starts: [start], more: false };
  const { zones, drop } = context;
  const excluded = openTimeSet(datesOf(event, "EXDATE", drop), zones);
  const times = new Map([[zones.instantOf(start), start]]);
  let inside: SeriesWindow | null = null;
  for (const { values } of propertiesOf(event, "RRULE", drop)) {
    const found = byRule(values.join(","), start, context);
    for (const [instant, time] of found.times) if (!times.has(instant)) times.set(instant, time);
    inside = found.window ?? inside;
  }
  for (const time of datesOf(event, "RDATE", drop)) {
    const date = { ...time, isDate: start.isDate };
    const instant = zones.instantOf(date);
    if (!times.has(instant)) times.set(instant, date);
  }
  const kept = [...times].filter(([, time]) => !excluded.has(time, start)).sort(([a], [b]) => a - b);
  const shown = inside === null ? kept : insideWindow(kept, inside);
  return {
    starts: shown.slice(0, MOST_OCCURRENCES).map(([, time]) => time),
    more: (inside !== null && times.size > 1) || shown.length > MOST_OCCURRENCES,
  };
}

/** A series that never comes near is not lost: its last occurrence before, or else its first, stands for it. */
function insideWindow<T>(
  times: readonly (readonly [number, T])[],
  { from, to }: SeriesWindow,
): readonly (readonly [number, T])[] {
  // By the wall clock at the series' start: a change of clocks since may put one a little beyond.
  const inside = times.filter(([instant]) => instant >= from - HOUR && instant <= to + HOUR);
  if (inside.length > 0) return inside;
  const nearest = times.findLast(([instant]) => instant < from) ?? times[0];
  return nearest ? [nearest] : [];
}

function byRule(rule: string, start: FeedTime, context: SeriesContext): Occurrences {
  const first = context.zones.instantOf(start);
  const year = { from: first, to: first + SHORT_SERIES };
  // Instants are dear, and a rule of seconds passes many by: they are asked for of what is taken alone.
  const timesAt = (locals: readonly number[]) =>
    new Map(locals.map((local) => [context.zones.instantOf({ ...start, local }), { ...start, local }]));
  const short = walk(rule, start, year, context);
  if (short.ended) return { times: timesAt(short.locals), window: null };
  if (context.window === null) return { times: timesAt(short.locals), window: year };
  return { times: timesAt(walk(rule, start, context.window, context).locals), window: context.window };
}

/**
 * Works on the wall clock of the event's own zone, so that nine o'clock stays nine o'clock. Gives the readings
 * inside the window, the last one before it too, and whether the rule ends there.
 */
function walk(rule: string, start: FeedTime, window: SeriesWindow, { zones, budget, drop }: SeriesContext) {
  const locals: number[] = [];
  const count = Number(/COUNT=(\d+)/i.exec(rule)?.[1] ?? Number.POSITIVE_INFINITY);
  const wall = start.local - zones.instantOf(start);
  const [from, to] = [window.from + wall, window.to + wall];
  let before: number | null = null;
  let yielded = 0;
  try {
    const last = lastLocal(rule, start, zones);
    for (const local of repeatByRule(rule, start.local, { from: Math.min(from, last), to }, budget)) {
      yielded++;
      if (local > last || local > to || locals.length > MOST_OCCURRENCES) break;
      if (local < from) before = local;
      else locals.push(local);
    }
    const ended = (yielded >= count || last <= to) && locals.length <= MOST_OCCURRENCES;
    return { locals: before === null ? locals : [before, ...locals], ended };
  } catch {
    drop("Its repetition rule cannot be read, or not to its end.");
    return { locals, ended: true };
  }
}

/**
 * The wall clock of UNTIL, which counts as an occurrence itself; a date's whole day does. Endless where there is
 * none; throws on a bad one.
 */
function lastLocal(rule: string, start: FeedTime, zones: FeedZones): number {
  const until = /UNTIL=([^;]*)/i.exec(rule)?.[1];
  if (until === undefined) return Number.POSITIVE_INFINITY;
  const time = readDateTime(until, start.tzid);
  if (!time) throw new RangeError("UNTIL is no time.");
  if (time.isDate) return time.local + DAY - 1_000;
  if (time.tzid === start.tzid) return time.local;
  const last = zones.instantOf(time);
  const nearly = last + start.local - zones.instantOf(start);
  return nearly - (zones.instantOf({ ...start, local: nearly }) - last);
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
