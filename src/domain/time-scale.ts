import { HOUR, MINUTE, wallClockAt } from "./time";

/** A stretch of time with something on it. Instants are epoch milliseconds. */
export interface Taken {
  readonly from: number;
  readonly to: number;
  /** When something else follows in its place, at `to` or later; null where nothing does. */
  readonly until: number | null;
  readonly isBreak: boolean;
}

/** A piece of the day between two moments at which something starts or ends. Lengths are rem. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** Drawn shorter than its time: nothing is on, or only a break, or one long thing for hours. */
  readonly isShortened: boolean;
}

/** How the time of a day is laid out from top to bottom. Lengths are rem. */
export interface TimeScale {
  readonly stretches: readonly Stretch[];
  readonly height: number;
  /** The length of a minute wherever time is not shortened. */
  readonly perMinute: number;
}

/** A moment that the margin names. */
export interface Tick {
  readonly at: number;
  readonly top: number;
}

/** One title, one line of facts, and a star that a finger finds. */
export const LEAST = 2.75;
/** Three lines of a title with its facts, for a session as long as most of its day. */
const COMFORTABLE = 5.5;
/** At the most, so that one lightning talk does not make a day endless: ten minutes are `LEAST`. */
const MOST_PER_MINUTE = LEAST / 10;
const LEAST_PER_MINUTE = 0.1;
/** The last one of a place has this long for itself. */
const LAST = HOUR / 2;
const PAUSE = 3.5;
const NOTHING = 2.25;
/** For longer than this nothing has to be told of a time in which nothing starts or ends. */
const LONG = 2 * HOUR;
/** Below this the times in the margin would touch. */
const APART = 1.75;

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function scaleFor(taken: readonly Taken[]): number {
  const sessions = taken.filter(({ isBreak }) => !isBreak);
  const room = sessions.map(({ from, to, until }) => ((until ?? Math.max(to, from + LAST)) - from) / MINUTE);
  if (room.length === 0) return LEAST_PER_MINUTE;
  const wanted = Math.max(LEAST / Math.min(...room), COMFORTABLE / middle(room));
  return Math.min(MOST_PER_MINUTE, Math.max(LEAST_PER_MINUTE, wanted));
}

/** One height for a minute all day long, chosen so that the shortest session can be read; pauses are shortened. */
export function timeScaleOf(taken: readonly Taken[]): TimeScale {
  const perMinute = scaleFor(taken);
  const stops = [...new Set(taken.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const pieces = stops.slice(1).map((to, index) => {
    const from = stops[index] as number;
    const on = taken.filter((other) => other.from <= from && other.to >= to);
    const isBusy = on.some(({ isBreak }) => !isBreak);
    const asLong = ((to - from) / MINUTE) * perMinute;
    const most = isBusy ? (LONG / MINUTE) * perMinute : on.length > 0 ? PAUSE : NOTHING;
    return { from, to, height: Math.min(asLong, most), isShortened: asLong > most };
  });
  // What is too short even so gets the room that it needs, the shortest first.
  for (const { from, until } of [...taken].sort((a, b) => a.to - a.from - (b.to - b.from))) {
    if (until === null) continue;
    const own = pieces.filter((piece) => piece.from >= from && piece.to <= until);
    const height = own.reduce((sum, piece) => sum + piece.height, 0);
    if (height < LEAST) for (const piece of own) piece.height *= LEAST / height;
  }
  let top = 0;
  const stretches = pieces.map((piece) => {
    const stretch = { ...piece, top };
    top += piece.height;
    return stretch;
  });
  return { stretches, height: top, perMinute };
}

/** How far down an instant lies; the ends of the day for what lies outside of it. */
export function topAt(scale: TimeScale, instant: number): number {
  const first = scale.stretches[0];
  if (!first || instant <= first.from) return 0;
  const on = scale.stretches.find(({ to }) => instant < to);
  return on ? on.top + ((instant - on.from) / (on.to - on.from)) * on.height : scale.height;
}

/** The times to write beside a day: where it is shortened, then full hours, then half ones, as there is room. */
export function ticksOf(scale: TimeScale, timeZone: string): readonly Tick[] {
  const { stretches } = scale;
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return [];
  const shortened = stretches.filter(({ isShortened }) => isShortened);
  const { minute, second } = wallClockAt(first.from, timeZone);
  const halves: number[] = [];
  const half = HOUR / 2;
  for (let at = first.from - (minute * MINUTE + second * 1_000); at <= last.to; at += half) {
    if (at >= first.from && !shortened.some(({ from, to }) => at > from && at < to)) halves.push(at);
  }
  const hours = halves.filter((at) => wallClockAt(at, timeZone).minute === 0);
  const ticks: Tick[] = [];
  for (const at of [first.from, ...shortened.flatMap(({ from, to }) => [from, to]), ...hours, ...halves]) {
    const top = topAt(scale, at);
    if (top < scale.height - APART / 2 && ticks.every((tick) => Math.abs(tick.top - top) >= APART))
      ticks.push({ at, top });
  }
  return ticks.sort((a, b) => a.at - b.at);
}
