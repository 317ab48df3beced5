import { useMemo, useRef } from "react";
import { type Conference, daysOf } from "../../domain/conference";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { clockTime, dayName } from "../../domain/say-time";
import { sessionCount } from "../../domain/session";
import { DAY_START_HOUR, dayOf, MINUTE } from "../../domain/time";
import { InstallHelp } from "../install/install-help";
import { FirstSteps } from "../parts/first-steps";
import type { ToggleStar } from "../parts/star-button";
import { ZoneNote } from "../parts/zone-note";
import { useScrollMemory } from "../scroll-memory";
import { DayTabs } from "./day-tabs";
import { minutesLeft, phaseOf } from "./phase";
import { SessionRow } from "./session-row";

/** One day of the schedule; without a day, today while the conference is on, else its first. */
export function ScheduleView(props: {
  readonly conference: Conference;
  readonly day: string | null;
  readonly starred: ReadonlySet<string>;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { conference, starred, now, location, onToggle } = props;
  const { timeZone, sessions } = conference;
  const days = useMemo(() => daysOf(conference), [conference]);
  const allLanes = useMemo(() => lanesOf(sessions), [sessions]);
  const today = dayOf(now, timeZone, DAY_START_HOUR);
  const [firstDay = today] = days.keys();
  const asked = props.day ?? today;
  const day = days.has(asked) ? asked : firstDay;
  const ofDay = days.get(day) ?? [];
  const lanes = useMemo(() => lanesOfDay(days.get(day) ?? [], allLanes), [days, day, allLanes]);

  const nowLine = useRef<HTMLLIElement>(null);
  useScrollMemory(location, true, () => {
    if (props.day === null) nowLine.current?.scrollIntoView({ block: "center" });
  });

  const last = Math.max(...ofDay.map(({ endsAt }) => endsAt));
  const first = ofDay[0]?.startsAt ?? 0;
  const nowIndex =
    now >= first - 60 * MINUTE && now < last ? ofDay.findIndex(({ startsAt }) => startsAt > now) : null;
  const line = (
    <li key="now" className="now-line" ref={nowLine}>
      <span className="hidden">Now: </span>
      <time>{clockTime(now, timeZone)}</time>
    </li>
  );
  return (
    <>
      <DayTabs days={[...days.keys()]} shown={day} today={today} />
      <div className="column">
        <div className="day-head">
          <h1 tabIndex={-1}>{dayName(day)}</h1>
          <p>
            {clockTime(first, timeZone)}–{clockTime(last, timeZone)} · {sessionCount(ofDay.length)} ·{" "}
            <ZoneNote timeZone={timeZone} at={first} />
          </p>
        </div>
        {starred.size === 0 && <FirstSteps />}
        <ol className="line">
          {ofDay.map((session, index) => (
            <Slot key={session.id} before={index === nowIndex ? line : null}>
              <SessionRow
                session={session}
                starred={starred.has(session.id)}
                phase={phaseOf(session, now)}
                minutesLeft={minutesLeft(session, now)}
                lanes={lanes}
                own={(session.room && allLanes.get(session.room)) || null}
                timeZone={timeZone}
                heading="h2"
                onToggle={onToggle}
              />
            </Slot>
          ))}
          {nowIndex === -1 && line}
        </ol>
        <InstallHelp />
      </div>
    </>
  );
}

function Slot(props: { readonly before: React.ReactNode; readonly children: React.ReactNode }) {
  return (
    <>
      {props.before}
      <li>{props.children}</li>
    </>
  );
}
