import { useMemo } from "react";
import { type AgendaRow, agendaOf } from "../../domain/agenda";
import { calendarDrift, driftWords } from "../../domain/calendar-drift";
import type { Conference } from "../../domain/conference";
import { type Lane, lanesOf, lanesOfDay } from "../../domain/lanes";
import type { Asked } from "../../domain/reminder";
import { dayName } from "../../domain/say-time";
import { HOUR } from "../../domain/time";
import { sessionHash } from "../../reminders/card";
import { type Db, HOME } from "../../store/db";
import { readTold } from "../../store/exports";
import type { ToggleStar } from "../parts/star-button";
import { ZoneNote } from "../parts/zone-note";
import { Lines } from "../schedule/lines";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";
import { useScrollMemory } from "../scroll-memory";
import { useLive } from "../use-live";
import { CalendarButton } from "./calendar-button";
import { CalendarHelp } from "./calendar-help";
import { DeviceNote } from "./device-note";

/** The starred sessions by day, with what clashes and where one has to go between them. */
export function AgendaView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly asked: Asked;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, asked, now, location, onToggle } = props;
  const { days, gone } = useMemo(() => agendaOf(conference, starred), [conference, starred]);
  const allLanes = useMemo(() => lanesOf(conference.sessions), [conference]);
  useScrollMemory(location, true);
  const sessions = days.flatMap(({ rows }) => rows.map(({ session }) => session));
  const at = sessions[0]?.startsAt;
  const told = useLive(() => readTold(db, HOME), [db], []);
  const drift = driftWords(calendarDrift(told, conference.sessions, starred, now));
  // The hour is enough to know what is over, and a file is not written anew each minute.
  const handOff = { conference, sessions, asked, now: now - (now % HOUR), isAgenda: true };
  return (
    <div className="column">
      <div className="day-head">
        <h1 tabIndex={-1}>Agenda</h1>
        {at !== undefined && (
          <p>
            {sessions.length} starred · <ZoneNote timeZone={conference.timeZone} at={at} />
          </p>
        )}
      </div>
      <div role="status" aria-label="Your calendar">
        {drift && (
          <div className="notice">
            <p>{drift}</p>
            <p className="actions">
              <CalendarButton db={db} handOff={handOff} label="Export again" isShort />
            </p>
          </div>
        )}
      </div>
      {sessions.length === 0 && (
        <p className="empty">
          Nothing starred yet. <a href="#/">Look through the programme</a> and star what you want to see: it
          is kept on this device and there without a network.
        </p>
      )}
      {gone > 0 && (
        <p className="notice">
          {gone === 1 ? "One starred session is" : `${gone} starred sessions are`} no longer in the programme.
        </p>
      )}
      {days.map(({ day, rows }) => {
        const lanes = lanesOfDay(
          rows.map(({ session }) => session),
          allLanes,
        );
        return (
          <section key={day} aria-label={dayName(day)}>
            <h2 className="day">{dayName(day)}</h2>
            <ol className="line">
              {rows.map((row) => (
                <li key={row.session.id}>
                  <Before row={row} lanes={lanes} now={now} />
                  <SessionRow
                    session={row.session}
                    starred
                    phase={phaseOf(row.session, now)}
                    minutesLeft={minutesLeft(row.session, now)}
                    lanes={lanes}
                    own={ownLane(row, allLanes)}
                    timeZone={conference.timeZone}
                    heading="h3"
                    onToggle={onToggle}
                  >
                    <Clashes row={row} />
                  </SessionRow>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
      {sessions.length > 0 && (
        <div className="hand-off">
          <p className="actions">
            <CalendarButton db={db} handOff={handOff} label="Add to my calendar" />
            <CalendarHelp label="How calendars take it" />
          </p>
          <DeviceNote />
        </div>
      )}
    </div>
  );
}

function ownLane({ session }: AgendaRow, lanes: ReadonlyMap<string, Lane>): Lane | null {
  return (session.room && lanes.get(session.room)) || null;
}

function Before(props: { readonly row: AgendaRow; readonly lanes: readonly Lane[]; readonly now: number }) {
  const { transfer } = props.row;
  if (!transfer) return null;
  const time = transfer.minutes === 0 ? "No time" : `${transfer.minutes} min`;
  return (
    <div
      className="row between"
      data-phase={phaseOf(props.row.session, props.now) === "past" ? "past" : "next"}
    >
      <Lines lanes={props.lanes} own={null} mark="none" />
      <p className="transfer">
        {time} to change rooms: {transfer.from} → {transfer.to}
      </p>
    </div>
  );
}

function Clashes({ row: { session, clashes } }: { readonly row: AgendaRow }) {
  return clashes.map(({ first, second, minutes }) => {
    const other = first === session ? second : first;
    return (
      <p key={other.id} className="clash">
        Clashes for {minutes} min with <a href={sessionHash(other.id)}>{other.title}</a>
      </p>
    );
  });
}
