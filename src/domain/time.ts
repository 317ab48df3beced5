export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** How long after the start (or after the fire time, where that is later) a reminder still helps. */
export const LATE = 2 * MINUTE;

/** A wall clock reading in some zone; `month` counts from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const readers = new Map<string, Intl.DateTimeFormat>();

function readerFor(timeZone: string): Intl.DateTimeFormat {
  let reader = readers.get(timeZone);
  if (!reader) {
    reader = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    readers.set(timeZone, reader);
  }
  return reader;
}

/** A stretch of time in which a zone keeps its distance from UTC; epoch milliseconds, `until` not included. */
export interface ZoneRun {
  readonly from: number;
  readonly until: number;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
}

const known = new Map<string, readonly ZoneRun[]>();

/**
 * Tells beforehand how far a zone is from UTC and when, as `zoneRunsOf` has found it: an engine may take a
 * fifth of a second to make its first format, before the first row is seen.
 */
export function knowZone(timeZone: string, runs: readonly ZoneRun[]): void {
  known.set(timeZone, runs);
}

function knownOffset(instant: number, timeZone: string): number | undefined {
  return known.get(timeZone)?.find(({ from, until }) => from <= instant && instant < until)?.offset;
}

/** How far `timeZone` is from UTC between two instants, as the engine has it; the days of its changes are left out. */
export function zoneRunsOf(timeZone: string, from: number, until: number): readonly ZoneRun[] {
  const runs: ZoneRun[] = [];
  let offset = offsetByEngine(from, timeZone);
  for (let at = from; at < until; at += DAY) {
    const [before, next] = [offset, at + DAY];
    offset = offsetByEngine(next, timeZone);
    if (offset !== before) continue;
    const last = runs.at(-1);
    if (last && last.until === at && last.offset === offset) runs[runs.length - 1] = { ...last, until: next };
    else runs.push({ from: at, until: next, offset });
  }
  return runs;
}

/** True where this engine knows the zone by that IANA name (or a link to one). */
export function isTimeZone(name: string): boolean {
  try {
    readerFor(name);
    return true;
  } catch {
    return false;
  }
}

/** What a clock on the wall in `timeZone` shows at `instant` (epoch milliseconds). */
export function wallClockAt(instant: number, timeZone: string): WallClock {
  const offset = knownOffset(instant, timeZone);
  return offset === undefined ? wallClockByEngine(instant, timeZone) : utcWallClock(instant + offset);
}

function wallClockByEngine(instant: number, timeZone: string): WallClock {
  const found: Record<string, number> = {};
  for (const { type, value } of readerFor(timeZone).formatToParts(instant)) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

/** What a clock on the wall in Greenwich shows at `instant` (epoch milliseconds), by plain arithmetic. */
export function utcWallClock(instant: number): WallClock {
  const utc = new Date(instant);
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    day: utc.getUTCDate(),
    hour: utc.getUTCHours(),
    minute: utc.getUTCMinutes(),
    second: utc.getUTCSeconds(),
  };
}

const asUtc = (wall: WallClock): number =>
  Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);

/** Milliseconds that `timeZone` (an IANA name) is ahead of UTC at `instant` (epoch milliseconds). */
export function offsetAt(instant: number, timeZone: string): number {
  return knownOffset(instant, timeZone) ?? offsetByEngine(instant, timeZone);
}

function offsetByEngine(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / SECOND) * SECOND;
  return asUtc(wallClockByEngine(whole, timeZone)) - whole;
}

/**
 * The instant (epoch milliseconds) at which the wall clock in `timeZone` shows `wall`. A reading that
 * occurs twice is its first occurrence; one that a clock change skips is read with the offset from
 * before the change (RFC 5545, 3.3.5).
 */
export function instantOf(wall: WallClock, timeZone: string): number {
  const local = asUtc(wall);
  const before = local - offsetAt(local - DAY, timeZone);
  const after = local - offsetAt(local + DAY, timeZone);
  const hits = [before, after].filter((candidate) => candidate + offsetAt(candidate, timeZone) === local);
  return hits.length > 0 ? Math.min(...hits) : before;
}

/** Twelve o'clock UTC on a `YYYY-MM-DD` day: an anchor for formatting the day in UTC. */
export function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/**
 * The conference day of an instant, `YYYY-MM-DD`: cut in `timeZone`, at `startHour` o'clock, so that
 * half past midnight belongs to the evening before it.
 */
export function dayOf(instant: number, timeZone: string, startHour: number): string {
  const wall = wallClockAt(instant, timeZone);
  const shifted = new Date(Date.UTC(wall.year, wall.month - 1, wall.day - (wall.hour < startHour ? 1 : 0)));
  return shifted.toISOString().slice(0, 10);
}

/** The organiser's hour at which a new day begins, where nothing else is said. */
export const DAY_START_HOUR = 4;
