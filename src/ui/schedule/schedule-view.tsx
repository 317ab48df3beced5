import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { agendaOf } from "../../domain/agenda";
import { type Conference, daysOf, todayOf } from "../../domain/conference";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { linesOf } from "../../domain/line";
import { stageOf } from "../../domain/now-next";
import { clockTime, dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { dayOf, MINUTE } from "../../domain/time";
import { waysOf } from "../../domain/ways";
import type { Db } from "../../store/db";
import type { Layout } from "../../store/settings";
import { transferWords } from "../agenda/transfer-words";
import { InstallHelp } from "../install/install-help";
import { FirstSteps } from "../parts/first-steps";
import { StageNote } from "../parts/stage-note";
import type { ToggleStar } from "../parts/star-button";
import { goingBackTo, showHiddenRow, showRow, useSteadyPlace } from "../place";
import { OnPaper } from "../print/on-paper";
import { PrintButton } from "../print/print-button";
import { useScrollMemory } from "../scroll-memory";
import { useWideDay } from "../timetable/load-wide-day";
import { useMedia, WIDE, WIDEST } from "../use-media";
import { DayHead, spanOf } from "./day-head";
import { DayTabs } from "./day-tabs";
import { drawnLanes } from "./lines";
import { minutesLeft, phaseOf } from "./phase";
import { SessionRow } from "./session-row";

/** One day of the schedule; without a day, today while the conference is on, else its first. */
export function ScheduleView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly day: string | null;
  readonly starred: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  readonly location: string;
  /** How a day is shown where there is room. */
  readonly layout: Layout;
  /** The session that is open beside this list. */
  readonly current?: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, passed, now, location, layout, current = null, onToggle } = props;
  const { timeZone, sessions } = conference;
  const days = useMemo(() => daysOf(conference), [conference]);
  const allLanes = useMemo(() => lanesOf(sessions), [sessions]);
  const today = todayOf(conference, now);
  const [firstDay = today] = days.keys();
  const asked = props.day ?? today;
  const day = days.has(asked) ? asked : firstDay;
  const ofDay = days.get(day) ?? [];
  const lanes = useMemo(() => lanesOfDay(days.get(day) ?? [], allLanes), [days, day, allLanes]);

  const lines = useMemo(
    () => linesOf(days.get(day) ?? [], drawnLanes(lanes), starred, now),
    [days, day, lanes, starred, now],
  );
  const ways = useMemo(
    () => waysOf(agendaOf({ sessions: days.get(day) ?? [] }, starred).days),
    [days, day, starred],
  );
  const stage = stageOf(sessions, now);
  // For as long as the view is open: what is done first must not move what is under the thumb.
  const [isFirst] = useState(starred.size === 0);
  const nowLine = useRef<HTMLLIElement>(null);
  useScrollMemory(location, true, () => {
    const row = current ?? goingBackTo();
    if (row !== null) showRow(row);
    else if (props.day === null) nowLine.current?.scrollIntoView({ block: "center" });
  });

  const { first, last } = spanOf(ofDay);
  const nowIndex =
    now >= first - 60 * MINUTE && now < last ? ofDay.findIndex(({ startsAt }) => startsAt > now) : null;
  const midnight = ofDay.findIndex(({ startsAt, allDay }) => !allDay && dayOf(startsAt, timeZone, 0) > day);
  const line = (
    <li key="now" className="now-line" ref={nowLine}>
      <span className="hidden">{t("Now:")} </span>
      <time>{clockTime(now, timeZone)}</time>
    </li>
  );
  const heading = current === null ? "h2" : "h3";
  const isWide = useMedia(WIDE);
  const isWidest = useMedia(WIDEST);
  const Wide = useWideDay(isWide && lanes.length > 1 && (current === null || isWidest));
  useSteadyPlace(Wide ? layout : "list");
  useLayoutEffect(() => {
    if (current !== null) showHiddenRow(current);
  }, [current]);

  const head = <DayHead {...{ day, ofDay, timeZone }} isBeside={current !== null} />;
  const intro = current === null && (
    <>
      <StageNote {...{ stage, sessions, now, timeZone }} starred={starred.size} />
      {isFirst && <FirstSteps {...{ stage }} starred={starred.size} />}
    </>
  );
  // In the row that it leads to: above it, the star that brings it would move away from under the thumb.
  const wayTo = ({ id }: Session) => {
    const way = ways.get(id);
    return way && <p className="transfer">{transferWords(way)}</p>;
  };
  const list = (
    <ol className="line">
      {ofDay.map((session, index) => (
        <Slot
          key={session.id}
          before={
            <>
              {index === midnight && <AfterMidnight at={session.startsAt} timeZone={timeZone} />}
              {index === nowIndex && line}
            </>
          }
        >
          <SessionRow
            session={session}
            starred={starred.has(session.id)}
            passed={passed.has(session.id)}
            // What is over altogether is to be read again, and recedes behind nothing.
            phase={stage === "over" ? "next" : phaseOf(session, now)}
            minutesLeft={minutesLeft(session, now)}
            lanes={lanes}
            {...lines[index]}
            own={(session.room && allLanes.get(session.room)) || null}
            timeZone={timeZone}
            heading={heading}
            isCurrent={session.id === current}
            onToggle={onToggle}
          >
            {wayTo(session)}
          </SessionRow>
        </Slot>
      ))}
      {nowIndex === -1 && line}
    </ol>
  );
  return (
    <>
      <DayTabs days={[...days.keys()]} shown={day} today={today} />
      {Wide ? (
        <Wide
          {...{
            db,
            layout,
            head,
            intro,
            list,
            lanes,
            starred,
            passed,
            now,
            nowLine,
            timeZone,
            heading,
            current,
          }}
          sessions={ofDay}
          isToday={nowIndex !== null}
          isOver={stage === "over"}
          onToggle={onToggle}
        />
      ) : (
        <div className="column">
          {head}
          {intro}
          {list}
        </div>
      )}
      {current === null && (
        <div className="column">
          <p className="actions">
            <PrintButton />
            <a className="icon-link" href="#/changes">
              {t("What changed")}
            </a>
          </p>
          <OnPaper {...{ conference, starred, now }} what="schedule" />
          {(starred.size > 0 || stage !== "before") && <InstallHelp />}
        </div>
      )}
    </>
  );
}

/** A night belongs to the day before it: where the calendar goes on to the next, that is said. */
function AfterMidnight({ at, timeZone }: { readonly at: number; readonly timeZone: string }) {
  return <li className="midnight">{t("After midnight, {day}", { day: dayName(dayOf(at, timeZone, 0)) })}</li>;
}

function Slot(props: { readonly before: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <>
      {props.before}
      <li>{props.children}</li>
    </>
  );
}
