import type { Lane } from "./lanes";
import { isBreak, type Session } from "./session";
import { MINUTE } from "./time";

/** From one instant to another, epoch milliseconds. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A session's time as it is drawn, and where it stands from side to side; it ends after it begins, also where the feed gives no end. */
export interface Place extends Span {
  readonly session: Session;
  /** Its first column, from 0. */
  readonly column: number;
  /** How many columns it spans. */
  readonly columns: number;
  /** Which of the `parts` it takes that sessions at the same time cut these columns into, from 0. */
  readonly part: number;
  readonly parts: number;
}

/** What a session without an end is drawn as, unless the next one in its room is sooner. */
const NO_END = 15 * MINUTE;

type Range = Span & Pick<Place, "column" | "columns">;
type Spot = Omit<Place, "part" | "parts">;

const meet = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

function endOf({ startsAt, endsAt, room }: Session, sessions: readonly Session[]): number {
  if (endsAt > startsAt) return endsAt;
  const next = sessions.find((other) => other.room === room && other.startsAt > startsAt);
  return Math.min(startsAt + NO_END, next?.startsAt ?? Number.POSITIVE_INFINITY);
}

/** The columns `from` … `to` that are free at that time, in runs of neighbours. */
function freeRuns(time: Span, taken: readonly Range[], count: number) {
  const runs: { column: number; columns: number }[] = [];
  for (let column = 0; column < count; column += 1) {
    const isTaken = taken.some(
      (other) => meet(other, time) && other.column <= column && column < other.column + other.columns,
    );
    if (isTaken) continue;
    const run = runs.at(-1);
    if (run && run.column + run.columns === column) run.columns += 1;
    else runs.push({ column, columns: 1 });
  }
  return runs;
}

const widest = (runs: ReturnType<typeof freeRuns>) =>
  runs.reduce<(typeof runs)[number] | undefined>(
    (best, run) => (best && best.columns >= run.columns ? best : run),
    undefined,
  );

/**
 * Where each session stands from side to side: in its room's column; a break across all columns that pause
 * with it; what has no room across all of them, or in a column of its own behind them (index `lanes.length`)
 * where some are taken. Sessions of a column that overlap share its width. In the order that they came in.
 */
export function columnsOf(sessions: readonly Session[], lanes: readonly Lane[]): readonly Place[] {
  const count = lanes.length;
  const indexOf = new Map(lanes.map(({ room }, index) => [room, index]));
  const timed = sessions.map((session) => ({
    session,
    from: session.startsAt,
    to: endOf(session, sessions),
    own: session.room === null ? undefined : indexOf.get(session.room),
  }));
  const spots = new Map<Session, Spot>();
  for (const { own, ...time } of timed)
    if (own !== undefined) spots.set(time.session, { ...time, column: own, columns: 1 });

  for (const { own, ...time } of timed) {
    if (own === undefined || !isBreak(time.session)) continue;
    const others = [...spots.values()].filter((spot) => spot.session !== time.session);
    const run = freeRuns(time, others, count).find(
      ({ column, columns }) => column <= own && own < column + columns,
    );
    if (run) spots.set(time.session, { ...time, ...run });
  }

  const rooms = [...spots.values()];
  const fits = (time: Span, isPause: boolean) => {
    const run = widest(freeRuns(time, rooms, count));
    return run && (isPause || run.columns === count) ? run : null;
  };
  const beside = { column: count, columns: 1 };
  const roomless = timed.filter(({ own }) => own === undefined);
  const across = roomless.filter((time) => fits(time, isBreak(time.session)));
  for (const { own: _, ...time } of roomless) spots.set(time.session, { ...time, ...beside });
  for (const cluster of clustersOf(across)) {
    const [from, to] = [Math.min(...cluster.map((t) => t.from)), Math.max(...cluster.map((t) => t.to))];
    const run = fits(
      { from, to },
      cluster.every(({ session }) => isBreak(session)),
    );
    if (run) for (const { own: _, ...time } of cluster) spots.set(time.session, { ...time, ...run });
  }
  return withParts(timed.map(({ session }) => spots.get(session) as Spot));
}

/** Groups of what overlaps, directly or by way of others; `times` in order of their beginnings. */
function clustersOf<T extends Span>(times: readonly T[]): readonly T[][] {
  const clusters: { to: number; members: T[] }[] = [];
  for (const time of [...times].sort((a, b) => a.from - b.from)) {
    const last = clusters.at(-1);
    if (last && time.from < last.to) {
      last.members.push(time);
      last.to = Math.max(last.to, time.to);
    } else clusters.push({ to: time.to, members: [time] });
  }
  return clusters.map(({ members }) => members);
}

function withParts(spots: readonly Spot[]): readonly Place[] {
  const parts = new Map<Spot, { part: number; parts: number }>();
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${spot.column}/${spot.columns}`;
    const group = groups.get(key);
    if (group) group.push(spot);
    else groups.set(key, [spot]);
  }
  for (const ofColumn of groups.values()) {
    for (const cluster of clustersOf(ofColumn)) {
      const ends: number[] = [];
      const chosen = cluster.map((spot) => {
        const free = ends.findIndex((end) => end <= spot.from);
        const part = free < 0 ? ends.length : free;
        ends[part] = spot.to;
        return [spot, part] as const;
      });
      for (const [spot, part] of chosen) parts.set(spot, { part, parts: ends.length });
    }
  }
  return spots.map((spot) => ({ ...spot, ...(parts.get(spot) ?? { part: 0, parts: 1 }) }));
}
