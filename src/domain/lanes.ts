import { isBreak, type Session } from "./session";

/** A room drawn as a line: its place among the conference's rooms gives hue and letter. */
export interface Lane {
  readonly room: string;
  /** From 0, in the order in which rooms first appear in the conference. */
  readonly index: number;
  readonly letter: string;
}

/** A, B … Z, then AA, AB …: what stands in a room's roundel. */
function letterAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterAt(Math.floor(index / 26) - 1) + last;
}

const lanesKnown = new WeakMap<readonly Session[], ReadonlyMap<string, Lane>>();

/**
 * Every room of a conference with its hue and letter, by name; where an own entry is makes no room of it. The same
 * answer for the same sessions.
 */
export function lanesOf(sessions: readonly Session[]): ReadonlyMap<string, Lane> {
  const known = lanesKnown.get(sessions) ?? drawLanes(sessions);
  lanesKnown.set(sessions, known);
  return known;
}

function drawLanes(sessions: readonly Session[]): ReadonlyMap<string, Lane> {
  const lanes = new Map<string, Lane>();
  for (const { room, own } of sessions) {
    if (room && !own && !lanes.has(room)) {
      lanes.set(room, { room, index: lanes.size, letter: letterAt(lanes.size) });
    }
  }
  return lanes;
}

/** The lines to draw for one day: rooms with a session that is not a break, else rooms with a break. */
export function lanesOfDay(ofDay: readonly Session[], all: ReadonlyMap<string, Lane>): readonly Lane[] {
  const roomsOf = (sessions: readonly Session[]) => new Set(sessions.map(({ room }) => room));
  const talks = roomsOf(ofDay.filter((session) => !isBreak(session)));
  const rooms = [...talks].some((room) => room !== null) ? talks : roomsOf(ofDay);
  return [...all.values()].filter(({ room }) => rooms.has(room));
}

/** The lanes of `before` where `after` has the same rooms in the same places. */
export function keptLanes(
  before: ReadonlyMap<string, Lane>,
  after: ReadonlyMap<string, Lane>,
): ReadonlyMap<string, Lane> {
  const isSame =
    before.size === after.size && [...after].every(([room, { index }]) => before.get(room)?.index === index);
  return isSame ? before : after;
}

/** The list of before where the one after holds the same lanes: then no row of the day has to be drawn anew. */
export function keptLanesOfDay(before: readonly Lane[], after: readonly Lane[]): readonly Lane[] {
  return before.length === after.length && after.every((lane, place) => lane === before[place])
    ? before
    : after;
}
