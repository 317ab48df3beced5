import { Fragment, memo, type RefObject } from "react";
import type { Lane } from "../../domain/lanes";
import { clockTime, dayName } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import type { ToggleStar } from "../parts/star-button";
import type { DayRow } from "./day-rows";
import { heightOf } from "./row-heights";
import { SessionRow } from "./session-row";

/** What is the same in all rows of a day. */
export interface OfAllRows {
  readonly lanes: readonly Lane[];
  readonly timeZone: string;
  readonly heading: "h2" | "h3";
  readonly onToggle: ToggleStar;
}

interface ChunkProps extends OfAllRows {
  readonly rows: readonly DayRow[];
  /** Far away its rows are drawn in outline: time, title and star, as high as they are in full. */
  readonly isOutline: boolean;
  /** One of several: then what is around its rows has no role of its own. */
  readonly isPiece: boolean;
  /** The height of a row that was never drawn in full, px. */
  readonly estimate: number;
  /** Before which of its rows the next date of the calendar begins, and the line of now stands; -1 for none. */
  readonly midnight: number;
  readonly nowBefore: number;
  /** The time on the line of now; null where that stands elsewhere, so that this chunk stays as it is. */
  readonly now: number | null;
  readonly nowLine: RefObject<HTMLLIElement | null>;
  readonly current: string | null;
}

/** Rows of a day's list after one another: all, or a piece of it. It is drawn anew where one of them is. */
export const Chunk = memo(function Chunk(props: ChunkProps) {
  const { rows, isOutline, midnight, nowBefore, now, nowLine, current } = props;
  const { lanes, timeZone, heading, onToggle } = props;
  return rows.map((row, index) => {
    const { id } = row.session;
    return (
      // By session, not by place: where one above goes, those below stay what they are.
      <Fragment key={id}>
        {index === midnight && <AfterMidnight at={row.session.startsAt} timeZone={timeZone} />}
        {index === nowBefore && now !== null && <NowLine {...{ now, timeZone, nowLine }} />}
        <li
          role={props.isPiece ? "listitem" : undefined}
          style={isOutline ? { blockSize: heightOf(id) ?? props.estimate } : undefined}
        >
          <Row {...{ row, lanes, timeZone, heading, onToggle, isOutline }} isCurrent={id === current} />
        </li>
      </Fragment>
    );
  });
}, isSame);

function isSame(before: ChunkProps, after: ChunkProps): boolean {
  const names = Object.keys(after) as (keyof ChunkProps)[];
  return names.every(
    (name) => before[name] === after[name] || (name === "rows" && sameRows(before.rows, after.rows)),
  );
}

function sameRows(before: readonly DayRow[], after: readonly DayRow[]): boolean {
  return before.length === after.length && after.every((row, index) => row === before[index]);
}

const Row = memo(function Row(
  props: OfAllRows & { readonly row: DayRow; readonly isCurrent: boolean; readonly isOutline: boolean },
) {
  const { row, ...same } = props;
  const { way, ...own } = row;
  return (
    <SessionRow {...own} {...same}>
      {/* In the row that it leads to: above it, the star that brings it would move away from under the thumb. */}
      {way !== null && <p className="transfer">{way}</p>}
    </SessionRow>
  );
});

/** The line of now, with the time. */
export function NowLine(props: {
  readonly now: number;
  readonly timeZone: string;
  readonly nowLine: RefObject<HTMLLIElement | null>;
}) {
  return (
    <li className="now-line" ref={props.nowLine}>
      <span className="hidden">{t("Now:")} </span>
      <time>{clockTime(props.now, props.timeZone)}</time>
    </li>
  );
}

/** A night belongs to the day before it: where the calendar goes on to the next, that is said. */
function AfterMidnight({ at, timeZone }: { readonly at: number; readonly timeZone: string }) {
  return <li className="midnight">{t("After midnight, {day}", { day: dayName(dayOf(at, timeZone, 0)) })}</li>;
}
