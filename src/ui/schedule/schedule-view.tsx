import { memo, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Conference, daysOf, todayOf } from "../../domain/conference";
import { daySpanOf } from "../../domain/day-span";
import { keptLanes, keptLanesOfDay, lanesOf, lanesOfDay } from "../../domain/lanes";
import { stageOf } from "../../domain/now-next";
import { keptSessions } from "../../domain/same-session";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { HOUR } from "../../domain/time";
import type { Db } from "../../store/db";
import type { Layout } from "../../store/settings";
import { InstallHelp } from "../install/install-help";
import { FirstSteps } from "../parts/first-steps";
import { StageNote } from "../parts/stage-note";
import type { ToggleStar } from "../parts/star-button";
import { goingBackTo, showHiddenRow, showRow, useSteadyPlace } from "../place";
import { OnPaper } from "../print/on-paper";
import { PrintButton } from "../print/print-button";
import { useScrollMemory } from "../scroll-memory";
import { useWideDay } from "../timetable/load-wide-day";
import { useAsBefore } from "../use-as-before";
import { useMedia, WIDE, WIDEST } from "../use-media";
import { DayHead } from "./day-head";
import { DayList } from "./day-list";
import { DayTabs } from "./day-tabs";

/** One day of the schedule; without a day, today while the conference is on, else its first. */
export const ScheduleView = memo(function ScheduleView(props: {
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
  const days = daysOf(conference);
  const allLanes = useAsBefore(lanesOf(sessions), keptLanes);
  const today = todayOf(conference, now);
  const [firstDay = today] = days.keys();
  const asked = props.day ?? today;
  const day = days.has(asked) ? asked : firstDay;
  const ofDay = useAsBefore(days.get(day) ?? NONE, keptSessions);
  const lanes = useAsBefore(
    useMemo(() => lanesOfDay(ofDay, allLanes), [ofDay, allLanes]),
    keptLanesOfDay,
  );
  const stage = stageOf(sessions, now);
  const isOver = stage === "over";
  // For as long as the view is open: what is done first must not move what is under the thumb.
  const [isFirst] = useState(starred.size === 0);
  const nowLine = useRef<HTMLLIElement>(null);
  useScrollMemory(location, true, () => {
    const row = current ?? goingBackTo();
    if (row !== null) showRow(row);
    else if (props.day === null) nowLine.current?.scrollIntoView({ block: "center" });
  });

  const { first, last, midnight } = daySpanOf(ofDay, timeZone);
  const isToday = now >= first - HOUR && now < last;
  const nowBefore = isToday ? ofDay.findIndex(({ startsAt }) => startsAt > now) : -1;
  const heading = current === null ? "h2" : "h3";
  const isWide = useMedia(WIDE);
  const isWidest = useMedia(WIDEST);
  const Wide = useWideDay(isWide && lanes.length > 1 && (current === null || isWidest));
  const steady = useSteadyPlace(Wide ? layout : "list");
  useLayoutEffect(() => {
    if (current !== null) showHiddenRow(current);
  }, [current]);

  const head = <DayHead {...{ day, ofDay, timeZone }} isBeside={current !== null} />;
  const intro = current === null && (
    <>
      <StageNote {...{ stage, sessions, now, timeZone }} starred={isFirst ? 0 : starred.size} />
      {isFirst && <FirstSteps {...{ db, stage }} starred={starred.size} />}
    </>
  );
  const toShow = current ?? goingBackTo() ?? (props.day === null ? ofDay[nowBefore]?.id : null) ?? null;
  const list = (
    <DayList
      key={day}
      sessions={ofDay}
      {...{ lanes, allLanes, starred, passed, now, isToday, isOver, timeZone, heading, midnight }}
      {...{ nowBefore, nowLine, current, toShow, steady, onToggle }}
    />
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
          {...{ isToday, isOver, onToggle }}
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
          {(starred.size > 0 || stage !== "before") && <InstallHelp db={db} />}
        </div>
      )}
    </>
  );
});

const NONE: readonly Session[] = [];
