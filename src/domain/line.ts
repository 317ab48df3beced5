import type { Lane } from "./lanes";
import { isBreak, type Session } from "./session";

/**
 * How the rooms' lines run beside one row, a place for each line. Plain text, so that a row whose lines stay
 * as they are is not drawn again.
 */
export interface RowLines {
  /** A letter a line: `.` nothing is on there, `b` a session is on, `l` it is on at this moment. */
  readonly traffic: string;
  /**
   * The journey from star to star, a piece a line, parted by `/`: `t` comes from the row above, `b` goes on
   * to the row below, `s` and `e` reach towards the line before and behind.
   */
  readonly path: string;
}

/** The lines beside each of `rows` (one day's, by start), on `lanes`; no lanes: one line for all rooms. */
export function linesOf(
  rows: readonly Session[],
  lanes: readonly Lane[],
  starred: ReadonlySet<string>,
  now: number,
): readonly RowLines[] {
  const traffic = trafficOf(rows, lanes, now);
  const paths = pathsOf(rows, lanes, starred);
  return rows.map((_, index) => ({ traffic: traffic[index] ?? "", path: paths[index] ?? "" }));
}

/** The journey beside what stands between a row and the one before it: straight on, to where the row takes it up. */
export function pathBefore({ path }: RowLines): string {
  return path
    .split("/")
    .map((piece) => (piece.includes("t") ? "tb" : ""))
    .join("/");
}

function trafficOf(rows: readonly Session[], lanes: readonly Lane[], now: number): readonly string[] {
  const last = new Map<string, Session>();
  return rows.map((row) => {
    if (row.room && !isBreak(row) && !row.allDay && row.status !== "CANCELLED") {
      const before = last.get(row.room);
      if (!before || before.endsAt <= row.endsAt) last.set(row.room, row);
    }
    return lanes
      .map(({ room }) => {
        const session = last.get(room);
        if (!session || session.endsAt <= row.startsAt) return ".";
        return session.startsAt <= now && now < session.endsAt ? "l" : "b";
      })
      .join("");
  });
}

/** On which of the lines a session lies; with one line for all rooms every session lies on that. */
function placeOf(session: Session, lanes: readonly Lane[]): number | null {
  if (lanes.length === 0) return 0;
  const found = lanes.findIndex(({ room }) => room === session.room);
  return found < 0 ? null : found;
}

function pathsOf(
  rows: readonly Session[],
  lanes: readonly Lane[],
  starred: ReadonlySet<string>,
): readonly string[] {
  const stops = rows.map((row) =>
    starred.has(row.id) && row.status !== "CANCELLED" && !row.allDay ? placeOf(row, lanes) : null,
  );
  const last = stops.findLastIndex((stop) => stop !== null);
  let at: number | null = null;
  return stops.map((stop, index) => {
    const pieces = Array.from({ length: Math.max(1, lanes.length) }, () => "");
    const add = (place: number, piece: string) => (pieces[place] = (pieces[place] ?? "") + piece);
    if (stop !== null) {
      if (at !== null) arrive(at, stop, add);
      if (index < last) add(stop, "b");
      at = stop;
    } else if (at !== null && index < last) add(at, "tb");
    return pieces.join("/");
  });
}

/** From the line the journey was on, across those between, to the one of the next stop. */
function arrive(from: number, to: number, add: (place: number, piece: string) => void): void {
  add(from, "t");
  if (from === to) return;
  const step = Math.sign(to - from);
  add(from, step > 0 ? "e" : "s");
  for (let between = from + step; between !== to; between += step) add(between, "se");
  add(to, step > 0 ? "s" : "e");
}
