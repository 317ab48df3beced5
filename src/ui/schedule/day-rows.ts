import { agendaOf } from "../../domain/agenda";
import type { Lane } from "../../domain/lanes";
import { linesOf, type RowLines } from "../../domain/line";
import type { Session } from "../../domain/session";
import { waysOf } from "../../domain/ways";
import { transferWords } from "../agenda/transfer-words";
import { drawnLanes, type Phase } from "./lines";
import { minutesLeft, phaseOf } from "./phase";

/** All that the picture of one row of a day hangs on, but for what is the same in all rows. */
export interface DayRow extends RowLines {
  readonly session: Session;
  readonly starred: boolean;
  readonly passed: boolean;
  readonly phase: Phase;
  readonly minutesLeft: number | null;
  readonly own: Lane | null;
  /** How one gets here from the star before, in words. */
  readonly way: string | null;
}

/** All that the rows of one day hang on. */
export interface OfDay {
  readonly sessions: readonly Session[];
  /** The rooms of the day, and all of the conference. */
  readonly lanes: readonly Lane[];
  readonly allLanes: ReadonlyMap<string, Lane>;
  readonly starred: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  readonly isOver: boolean;
}

/** The rows of one day. */
export function dayRowsOf(asked: OfDay): readonly DayRow[] {
  const { sessions, lanes, allLanes, starred, passed, now, isOver } = asked;
  const lines = linesOf(sessions, drawnLanes(lanes), starred, now);
  const ways = waysOf(agendaOf({ sessions }, starred).days);
  return sessions.map((session, index) => {
    const way = ways.get(session.id);
    return {
      session,
      starred: starred.has(session.id),
      passed: passed.has(session.id),
      // What is over altogether is to be read again, and recedes behind nothing.
      phase: isOver ? "next" : phaseOf(session, now),
      minutesLeft: minutesLeft(session, now),
      traffic: lines[index]?.traffic ?? "",
      path: lines[index]?.path ?? "",
      own: (session.room && allLanes.get(session.room)) || null,
      way: way ? transferWords(way) : null,
    };
  });
}

function isSame(one: DayRow, other: DayRow): boolean {
  const names = Object.keys(other) as (keyof DayRow)[];
  return names.every((name) => one[name] === other[name]);
}

/** Rows made anew, each as the object of before wherever its picture stays. */
export function keptRows(before: readonly DayRow[], after: readonly DayRow[]): readonly DayRow[] {
  if (before === after) return after;
  const known = new Map(before.map((row) => [row.session.id, row]));
  return after.map((row) => {
    const old = known.get(row.session.id);
    return old && isSame(old, row) ? old : row;
  });
}
