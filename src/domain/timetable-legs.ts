import type { Session } from "./session";
import type { Cell } from "./timetable";

/** A leg of the journey from star to star in a timetable. Lengths are rem, from the top of the day. */
export interface Leg {
  /** The columns of the star that it comes from and of the one that it leads to. */
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** The session that it leads to. */
  readonly session: Session;
}

/** The journey through the starred sessions of a day: down in one column, then across to the next star's. */
export function legsOf(cells: readonly Cell[], starred: ReadonlySet<string>): readonly Leg[] {
  const stops = cells.filter(
    ({ session, columns }) =>
      starred.has(session.id) && columns === 1 && session.status !== "CANCELLED" && !session.allDay,
  );
  return stops.slice(1).map(({ column, top, session }, index) => {
    const before = stops[index] as Cell;
    return { from: before.column, to: column, top: before.top, height: top - before.top, session };
  });
}
