import { useMemo } from "react";
import { type AgendaRow, agendaOf } from "../../domain/agenda";
import type { Conference } from "../../domain/conference";
import { type Lane, lanesOf, lanesOfDay } from "../../domain/lanes";
import { dayName } from "../../domain/say-time";
import { sessionHash } from "../../reminders/card";
import type { Db } from "../../store/db";
import type { ToggleStar } from "../parts/star-button";
import { ZoneNote } from "../parts/zone-note";
import { Lines } from "../schedule/lines";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";
import { useScrollMemory } from "../scroll-memory";
import { CalendarButton } from "./calendar-button";
import { DeviceNote } from "./device-note";

/** The starred sessions by day, with what clashes and where one has to go between them. */
export function AgendaView(props: {
  readonly db: Db;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, starred, now, location, onToggle } = props;
  const { days, gone } = useMemo(() => agendaOf(conference, starred), [conference, starred]);
  const allLanes = useMemo(() => lanesOf(conference.sessions), [conference]);
  useScrollMemory(location, true);
  const sessions = days.flatMap(({ rows }) => rows.map(({ session }) => session));
  const at = sessions[0]?.startsAt;
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
          <CalendarButton db={db} conference={conference} sessions={sessions} label="Add to my calendar" />
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
