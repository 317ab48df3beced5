import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { articleOf } from "../place";
import { useAsBefore } from "../use-as-before";
import { Chunk, NowLine, type OfAllRows } from "./chunk";
import { dayRowsOf, keptRows, type OfDay } from "./day-rows";
import { chunkHeight, estimatedHeight, heightOf } from "./row-heights";
import { keepRow, rememberedRow } from "./row-memory";
import { useDrawn } from "./use-drawn";

/** A day of no more rows than this is drawn at once: everything finds them there, and no phone notices. */
const MOST_AT_ONCE = 100;

/** Rows that are drawn together. */
const CHUNK = 8;

/**
 * The list of one day. Of a long one the rows near to what is seen are drawn in full and all others in
 * outline: each session has its row, its heading, its link and its star from a moment after the first picture
 * on, for whoever searches the page, reads it by ear or follows a link into it.
 */
export function DayList(
  props: OfAllRows &
    OfDay & {
      /** True where this day has a line of now. */
      readonly isToday: boolean;
      /** The place of the first row past midnight, and of the one before which the line of now stands; -1 for none. */
      readonly midnight: number;
      readonly nowBefore: number;
      readonly nowLine: RefObject<HTMLLIElement | null>;
      readonly current: string | null;
      /** The session that the attendee is brought to as the list is drawn, or null. */
      readonly toShow: string | null;
      /** The session that stays where it is as the list is drawn, or null. */
      readonly steady: string | null;
    },
) {
  const { sessions, allLanes, starred, passed, isToday, isOver, ...others } = props;
  const { now: instant, midnight, nowBefore, nowLine, current, toShow, steady, ...same } = others;
  const { lanes } = same;
  // Here and not where the day is chosen: between the two the engine may do something else.
  const rows = useAsBefore(
    useMemo(
      () => dayRowsOf({ sessions, lanes, allLanes, starred, passed, now: instant, isOver }),
      [sessions, lanes, allLanes, starred, passed, instant, isOver],
    ),
    keptRows,
  );
  const now = isToday ? instant : null;
  const list = useRef<HTMLOListElement>(null);
  const isLong = rows.length > MOST_AT_ONCE;
  const chunks = isLong ? Math.ceil(rows.length / CHUNK) : 0;
  const placeOf = (id: string | null) =>
    id === null ? -1 : rows.findIndex(({ session }) => session.id === id);
  const [start] = useState(() => {
    if (!isLong) return 0;
    const place = steady === null ? (rememberedRow() ?? placeOf(toShow)) : placeOf(steady);
    return Math.min(Math.max(0, place), rows.length - 1);
  });
  const [estimate] = useState(estimatedHeight);
  const wanted = isLong ? placeOf(current) : -1;
  const drawn = useDrawn(list, chunks, {
    start: Math.floor(start / CHUNK),
    wanted: wanted < 0 ? null : Math.floor(wanted / CHUNK),
  });
  const latest = useRef(rows);
  latest.current = rows;
  useLayoutEffect(() => {
    if (!isLong || !list.current) return;
    const idAt = (row: number) => latest.current[row]?.session.id ?? "";
    const idOf = (item: HTMLElement) => item.querySelector<HTMLElement>("article")?.dataset.session;
    return keepRow(
      list.current,
      (row) => articleOf(idAt(row))?.closest("li") ?? null,
      (item) => latest.current.findIndex(({ session }) => session.id === idOf(item)),
    );
  }, [isLong]);

  const piece = (first: number, last: number) => {
    const isNow = nowBefore >= first && nowBefore < last;
    return {
      ...{ ...same, nowLine, current, estimate },
      rows: rows.slice(first, last),
      midnight: midnight >= first && midnight < last ? midnight - first : -1,
      nowBefore: isNow ? nowBefore - first : -1,
      now: isNow ? now : null,
    };
  };
  const end = now !== null && nowBefore === -1 && <NowLine {...{ now, nowLine }} timeZone={same.timeZone} />;
  if (!isLong) {
    return (
      <ol className="line" ref={list}>
        <Chunk {...piece(0, rows.length)} isOutline={false} isPiece={false} />
        {end}
      </ol>
    );
  }
  const heightFrom = (first: number, last: number) =>
    rows.slice(first, last).reduce((sum, row) => sum + (heightOf(row.session.id) ?? estimate), 0);
  // One list to whoever hears it: its pieces are there for those who draw it.
  return (
    // biome-ignore lint/a11y/noRedundantRoles: what is in it by its markup is no item of a list
    <ol className="line chunks" role="list" ref={list}>
      {drawn.from > 0 && <Rest height={heightFrom(0, drawn.from * CHUNK)} />}
      {Array.from({ length: drawn.to - drawn.from }, (_, index) => {
        const chunk = drawn.from + index;
        const of = piece(chunk * CHUNK, (chunk + 1) * CHUNK);
        const isOutline = !drawn.full.has(chunk);
        const height = () =>
          chunkHeight(
            of.rows.map(({ session }) => session.id),
            estimate,
          );
        return (
          <li
            key={chunk}
            role="none"
            data-chunk={chunk}
            style={isOutline ? { blockSize: height(), contentVisibility: "auto" } : undefined}
          >
            <ol role="none">
              <Chunk {...of} isOutline={isOutline} isPiece />
            </ol>
          </li>
        );
      })}
      {drawn.to < chunks && <Rest height={heightFrom(drawn.to * CHUNK, rows.length)} />}
      {end}
    </ol>
  );
}

/** As high as the rows that are drawn in a moment. */
function Rest({ height }: { readonly height: number }) {
  return <li role="none" style={{ blockSize: height }} />;
}
