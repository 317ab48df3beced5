import { type CSSProperties, type RefObject, useMemo, useRef } from "react";
import type { Lane } from "../../domain/lanes";
import { clockTime, dayParts } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import { ticksOf } from "../../domain/time-scale";
import { type Cell, type Column, timetableOf, topIn } from "../../domain/timetable";
import { legsOf } from "../../domain/timetable-legs";
import { Clock } from "../parts/clock";
import { RoomTag } from "../parts/room-tag";
import type { ToggleStar } from "../parts/star-button";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { useMedia } from "../use-media";
import { useRootFlag } from "../use-root-flag";
import { Legs } from "./legs";
import { rem } from "./rem";
import { SessionCell } from "./session-cell";
import { useArrows } from "./use-arrows";
import { useBox } from "./use-box";

export interface TimetableProps {
  readonly sessions: readonly Session[];
  readonly lanes: readonly Lane[];
  readonly starred: ReadonlySet<string>;
  /** What the attendee has said is not for them. */
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  /** The line of now belongs to this day. */
  readonly isToday: boolean;
  /** The conference is over: it is to be read again, and recedes behind nothing. */
  readonly isOver: boolean;
  readonly nowLine: RefObject<HTMLLIElement | null>;
  readonly timeZone: string;
  readonly heading: "h2" | "h3";
  /** The session that is open beside, or null. */
  readonly current: string | null;
  readonly onToggle: ToggleStar;
}

/** A column is no narrower than this for each session that stands in it side by side; rem. */
const NARROWEST = 12;
const GUTTER = 4;
/** What stands beside the columns at the least: edges, and the open session with its gap. */
const EDGES = 3;
const DOCK = 34;
/** With more than this the page's frame opens to the edges of the window. */
const FRAME = 90;
/** A time whose middle is this close to the tab of now would lie under it. */
const TAB = 1.375;
const HALF_LINE = 0.6875;

/** One day, rooms × time: each room a line, each session a station on it. In the list's order; CSS places it. */
export function Timetable(props: TimetableProps) {
  const {
    sessions,
    lanes,
    starred,
    passed,
    now,
    isToday,
    isOver,
    nowLine,
    timeZone,
    heading,
    current,
    onToggle,
  } = props;
  const table = useMemo(() => timetableOf(sessions, lanes), [sessions, lanes]);
  const { columns, cells, scale, offset, height } = table;
  // The same objects while the day stays: a star or a tick leaves the other cells alone.
  const places = useMemo(() => cells.map((cell) => placeOf(cell, columns)), [cells, columns]);
  const laneOf = useMemo(() => new Map(lanes.map((lane) => [lane.room, lane])), [lanes]);
  const legs = useMemo(() => legsOf(cells, starred), [cells, starred]);
  const needed = GUTTER + columns.reduce((sum, { parts }) => sum + parts * NARROWEST, 0);
  const isCrowded = !useMedia(`(min-width: ${needed + EDGES + (current === null ? 0 : DOCK)}rem)`);
  const box = useRef<HTMLDivElement>(null);
  useRootFlag("timetable", true);
  useRootFlag("wide", needed > FRAME);
  useRootFlag("crowded", isCrowded);
  useBox(box, isCrowded);
  const onKeyDown = useArrows(cells);
  const nowAt = topIn(table, now);
  const ticks = ticksOf(scale, timeZone).filter(
    ({ top }) => !isToday || Math.abs(offset + top + HALF_LINE - nowAt) >= TAB,
  );
  const style = {
    "--columns": columns.map(({ parts }) => `minmax(${parts * NARROWEST}rem, ${parts}fr)`).join(" "),
    "--needed": rem(needed),
    "--height": rem(height),
    "--now": isToday ? rem(nowAt) : isOver || cells.some(({ to }) => to > now) ? "0rem" : "100%",
  } as CSSProperties;
  const nowIndex = isToday ? cells.findIndex(({ session }) => session.startsAt > now) : null;
  const line = (
    <li key="now" className="now-line" ref={nowLine} style={{ marginBlockStart: rem(nowAt) }}>
      <span className="hidden">{t("Now:")} </span>
      <time>{clockTime(now, timeZone)}</time>
    </li>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows are a short cut between links that Tab reaches too
    <div className="timetable" data-crowded={isCrowded} ref={box} style={style} onKeyDown={onKeyDown}>
      <ul className="heads" aria-label={t("Rooms")}>
        {columns.map((column, index) => (
          <li key={column.lane?.room ?? ""} style={{ gridColumn: index + 2 }}>
            {column.lane ? <RoomTag lane={column.lane} /> : t("No room")}
          </li>
        ))}
      </ul>
      <div className="day-body">
        <div className="clock" aria-hidden="true">
          {ticks.map(({ at, top }, index) => (
            <span key={at} data-past={at < now && !isOver} style={{ insetBlockStart: rem(offset + top) }}>
              <Clock at={at} timeZone={timeZone} />
              <NewDate {...{ at, timeZone }} before={ticks[index - 1]?.at} />
            </span>
          ))}
        </div>
        <div className="rails" aria-hidden="true">
          {columns.map(({ lane }, index) => (
            <span
              key={lane?.room ?? ""}
              className="rail"
              data-hue={lane ? lane.index % 8 : undefined}
              style={{ gridColumn: index + 2 }}
            />
          ))}
          {scale.stretches
            .filter(({ isShortened }) => isShortened)
            .map(({ from, top, height: length }) => (
              <span
                key={from}
                className="shortened"
                style={{ insetBlockStart: rem(offset + top), blockSize: rem(length) }}
              />
            ))}
        </div>
        <Legs legs={legs} />
        <ol className="cells">
          {cells.map((cell, index) => [
            index === nowIndex && line,
            <li
              key={cell.session.id}
              data-across={cell.columns > 1 || undefined}
              data-part={cell.parts > 1 || undefined}
              style={places[index]}
            >
              <SessionCell
                session={cell.session}
                starred={starred.has(cell.session.id)}
                passed={passed.has(cell.session.id)}
                phase={isOver ? "next" : phaseOf(cell.session, now)}
                minutesLeft={minutesLeft(cell.session, now)}
                lane={(cell.session.room !== null && laneOf.get(cell.session.room)) || null}
                across={cell.columns}
                space={cell.space}
                timeZone={timeZone}
                heading={heading}
                isCurrent={cell.session.id === current}
                onToggle={onToggle}
              />
            </li>,
          ])}
          {nowIndex === -1 && line}
        </ol>
      </div>
    </div>
  );
}

/** A night belongs to the day before it: where the calendar goes on to the next date, the hours say so. */
function NewDate(props: {
  readonly at: number;
  readonly before: number | undefined;
  readonly timeZone: string;
}) {
  const { at, before, timeZone } = props;
  const date = dayOf(at, timeZone, 0);
  if (before === undefined || dayOf(before, timeZone, 0) === date) return null;
  const { short, date: number } = dayParts(date);
  return <small>{t("{weekday} {date}", { weekday: short, date: number })}</small>;
}

function placeOf(cell: Cell, columns: readonly Column[]): CSSProperties {
  const { column, part, parts, top, height } = cell;
  // Beside others the share is of the whole column, as wide as its busiest hour needs it.
  const share = cell.columns > 1 ? parts : Math.max(parts, columns[column]?.parts ?? 1);
  return {
    gridColumn: `${column + 2} / span ${cell.columns}`,
    marginBlockStart: rem(top),
    blockSize: rem(height),
    ...(parts > 1 && {
      marginInlineStart: `${(part / share) * 100}%`,
      inlineSize: `${100 / share}%`,
    }),
  };
}
