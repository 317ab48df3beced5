import type { Lane } from "./lanes";
import { isBreak, type Session } from "./session";
import { LEAST, type TimeScale, timeScaleOf, topAt } from "./time-scale";
import { columnsOf, type Place } from "./timetable-columns";

/** A session in the timetable. Lengths are rem, from the top of the day. */
export interface Cell extends Place {
  readonly top: number;
  /** True to time. */
  readonly height: number;
  /** From its top to what follows in its columns, `LEAST` or more: what its words may take. */
  readonly space: number;
}

/** A column: a room's, or, without one, that of sessions which have no room while rooms are busy. */
export interface Column {
  readonly lane: Lane | null;
  /** How many sessions stand beside one another in it, at the most. */
  readonly parts: number;
}

/** One day, rooms × time. */
export interface Timetable {
  readonly columns: readonly Column[];
  /** In the order of the list: by time. */
  readonly cells: readonly Cell[];
  readonly scale: TimeScale;
  /** Where the clock begins: above it stands what lasts all day. */
  readonly offset: number;
  readonly height: number;
}

/** How far down an instant lies in a timetable. */
export function topIn({ offset, scale }: Timetable, instant: number): number {
  return offset + topAt(scale, instant);
}

/** Lays a day out: rooms from side to side, time from top to bottom, what lasts all day above. */
export function timetableOf(ofDay: readonly Session[], lanes: readonly Lane[]): Timetable {
  const timed = columnsOf(
    ofDay.filter(({ allDay }) => !allDay),
    lanes,
  );
  const starts = startsByColumn(timed);
  const taken = timed.map((place) => {
    return { ...place, isBreak: isBreak(place.session), until: after(place, starts) };
  });
  const scale = timeScaleOf(taken);
  const allDay = allDayOf(
    ofDay.filter((session) => session.allDay),
    lanes,
  );
  const offset = Math.max(0, ...allDay.map(({ top, height }) => top + height));
  const below = taken.map(({ until, isBreak: _, ...place }) => {
    const top = topAt(scale, place.from);
    const height = topAt(scale, place.to) - top;
    const space = until === null ? Math.max(height, LEAST) : topAt(scale, until) - top;
    return { ...place, top: offset + top, height, space };
  });
  const found = new Map([...allDay, ...below].map((cell) => [cell.session, cell]));
  const cells = ofDay.map((session) => found.get(session) as Cell);
  const width = Math.max(lanes.length, ...cells.map(({ column, columns }) => column + columns));
  const columns = Array.from({ length: width }, (_, index) => ({
    lane: lanes[index] ?? null,
    parts: Math.max(
      1,
      ...cells.map((cell) => (cell.column === index && cell.columns === 1 ? cell.parts : 1)),
    ),
  }));
  const height = Math.max(offset + scale.height, ...cells.map(({ top, space }) => top + space));
  return { columns, cells, scale, offset, height };
}

/** When sessions begin in each column, in order. */
function startsByColumn(places: readonly Place[]): readonly (readonly number[])[] {
  const starts: number[][] = [];
  for (const { from, column, columns } of places) {
    while (starts.length < column + columns) starts.push([]);
    for (const ofColumn of starts.slice(column, column + columns)) ofColumn.push(from);
  }
  return starts.map((ofColumn) => ofColumn.sort((a, b) => a - b));
}

/** When the next session begins in any of these columns; null where none does. */
function after({ to, column, columns }: Place, starts: readonly (readonly number[])[]): number | null {
  let next = Number.POSITIVE_INFINITY;
  for (let at = column; at < column + columns; at += 1) {
    const ofColumn = starts[at] ?? [];
    let [low, high] = [0, ofColumn.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ofColumn[middle] ?? 0) >= to) high = middle;
      else low = middle + 1;
    }
    next = Math.min(next, ofColumn[low] ?? Number.POSITIVE_INFINITY);
  }
  return Number.isFinite(next) ? next : null;
}

/** Sessions without a clock time, stacked in as few rows as their rooms allow. */
function allDayOf(sessions: readonly Session[], lanes: readonly Lane[]): readonly Cell[] {
  const full: number[] = lanes.map(() => 0);
  return sessions.map((session) => {
    const own = lanes.findIndex(({ room }) => room === session.room);
    const [column, columns] = own < 0 ? [0, lanes.length] : [own, 1];
    const row = Math.max(0, ...full.slice(column, column + columns));
    full.fill(row + 1, column, column + columns);
    const { startsAt: from, endsAt: to } = session;
    const [top, height] = [row * LEAST, LEAST];
    return { session, from, to, column, columns, part: 0, parts: 1, top, height, space: height };
  });
}
