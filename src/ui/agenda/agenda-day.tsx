import { Pencil } from "lucide-react";
import { Fragment } from "react";
import type { AgendaDay, AgendaEntry } from "../../domain/agenda";
import type { Conference } from "../../domain/conference";
import { type Lane, lanesOfDay } from "../../domain/lanes";
import { linesOf, pathBefore, type RowLines } from "../../domain/line";
import { partsOf } from "../../domain/parts";
import type { Remarks } from "../../domain/remarks";
import { clockTime, dayName } from "../../domain/say-time";
import { whenWords } from "../../domain/say-when";
import { overAt, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { HOUR } from "../../domain/time";
import type { ToggleStar } from "../parts/star-button";
import { drawnLanes } from "../schedule/lines";
import { minutesLeft, phaseOf } from "../schedule/phase";
import { SessionRow } from "../schedule/session-row";
import { Between } from "./between";
import { ClashChoice } from "./clash-choice";
import { MissingParts } from "./missing-parts";
import { RemarkLines } from "./remark-lines";

/** One day of the agenda, as a line. An own entry has the shape of a station, and no star. */
export function AgendaDayView(props: {
  readonly day: AgendaDay;
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  readonly remarks: Remarks;
  readonly allLanes: ReadonlyMap<string, Lane>;
  readonly now: number;
  /** The conference is over: nothing recedes any more. */
  readonly isOver: boolean;
  /** The starred session that begins next. */
  readonly next: Session | null;
  readonly onToggle: ToggleStar;
  readonly onEdit: (session: Session) => void;
  readonly onKeep: (kept: Session, rivals: readonly Session[]) => void;
  readonly onStarParts: (parts: readonly Session[]) => void;
}) {
  const { day, conference, starred, remarks, allLanes, now, isOver, next, onToggle } = props;
  const { timeZone } = conference;
  const lanes = lanesOfDay(day.sessions, allLanes);
  const { entries } = day;
  const lines = linesById(day.sessions, lanes, starred, now);
  const row = (session: Session, ofRow: readonly Lane[], more?: React.ReactNode) => (
    <SessionRow
      session={session}
      starred={!session.own}
      edit={session.own && <EditButton session={session} onEdit={props.onEdit} />}
      phase={isOver ? "next" : phaseOf(session, now)}
      minutesLeft={minutesLeft(session, now)}
      lanes={ofRow}
      {...(ofRow === lanes ? lines.get(session.id) : undefined)}
      own={laneOf(session, allLanes)}
      timeZone={timeZone}
      heading="h3"
      onToggle={onToggle}
    >
      {session.startsAt === next?.startsAt && session.status !== "CANCELLED" && (
        <p className="soon">{whenWords(session, now, conference)}</p>
      )}
      {isFirstStarredPart(session, conference, starred) && (
        <MissingParts {...{ conference, session, starred, now }} onStar={props.onStarParts} />
      )}
      <RemarkLines id={session.id} remarks={remarks} />
      {more}
    </SessionRow>
  );
  const before = nowIndex(day, now);
  const line = (
    <li key="now" className="now-line">
      <span className="hidden">{t("Now:")} </span>
      <time>{clockTime(now, timeZone)}</time>
    </li>
  );
  return (
    <section aria-label={dayName(day.day)}>
      <h2 className="day">{dayName(day.day)}</h2>
      <ol className="line">
        {entries.map((entry, index) => (
          <Fragment key={keyOf(entry, index)}>
            {index === before && line}
            <li>
              {entry.is === "session" && row(entry.session, lanes)}
              {entry.is === "clash" && (
                <ClashChoice
                  group={entry.group}
                  timeZone={timeZone}
                  isPast={!isOver && isPast(entry, now)}
                  onKeep={props.onKeep}
                  row={(session, more) => {
                    const own = laneOf(session, allLanes);
                    return row(session, own ? [own] : [], more);
                  }}
                />
              )}
              {entry.is !== "session" && entry.is !== "clash" && (
                <Between
                  {...{ entry, lanes, timeZone }}
                  isPast={!isOver && isPast(entry, now)}
                  path={pathOver(entries.slice(index + 1), lines)}
                />
              )}
            </li>
          </Fragment>
        ))}
        {before === entries.length && line}
      </ol>
    </section>
  );
}

/** In the place of a star, on what was never in the schedule. */
function EditButton(props: { readonly session: Session; readonly onEdit: (session: Session) => void }) {
  const { session, onEdit } = props;
  return (
    <button
      type="button"
      className="edit"
      aria-label={t("Edit {title}", { title: session.title })}
      onClick={() => onEdit(session)}
    >
      <Pencil aria-hidden="true" size={20} />
    </button>
  );
}

function linesById(
  sessions: readonly Session[],
  lanes: readonly Lane[],
  starred: ReadonlySet<string>,
  now: number,
): ReadonlyMap<string, RowLines> {
  const lines = linesOf(sessions, drawnLanes(lanes), starred, now);
  return new Map(sessions.map(({ id }, index) => [id, lines[index] ?? { traffic: "", path: "" }]));
}

/** The journey beside what stands between two sessions: on to the next. */
function pathOver(rest: readonly AgendaEntry[], lines: ReadonlyMap<string, RowLines>): string {
  for (const entry of rest) {
    const next = entry.is === "session" ? entry.session : entry.is === "clash" && entry.group.sessions[0];
    const found = next && lines.get(next.id);
    if (found) return pathBefore(found);
  }
  return "";
}

function laneOf({ room }: Session, lanes: ReadonlyMap<string, Lane>): Lane | null {
  return (room && lanes.get(room)) || null;
}

function isFirstStarredPart(
  session: Session,
  { sessions }: Conference,
  starred: ReadonlySet<string>,
): boolean {
  return partsOf(session, sessions).find(({ id }) => starred.has(id)) === session;
}

/** What stands between sessions may come twice at one moment, around a session without an end. */
function keyOf(entry: AgendaEntry, index: number): string {
  if (entry.is === "session") return `session ${entry.session.id}`;
  return entry.is === "clash" ? `clash ${entry.group.sessions[0]?.id}` : `${entry.is} ${index}`;
}

function isPast(entry: AgendaEntry, now: number): boolean {
  switch (entry.is) {
    case "gap":
      return entry.until <= now;
    case "clash":
      return entry.group.until <= now;
    case "session":
    case "pause":
      return overAt(entry.session) <= now;
    case "transfer":
      return entry.at <= now;
  }
}

/** Before which entry the line of now stands, from an hour before the first to the end of the last; else null. */
function nowIndex({ sessions, entries }: AgendaDay, now: number): number | null {
  const first = Math.min(...sessions.map(({ startsAt }) => startsAt));
  const last = Math.max(...sessions.map(({ endsAt }) => endsAt));
  if (now < first - HOUR || now >= last) return null;
  const index = entries.findIndex(({ at }) => at > now);
  return index < 0 ? entries.length : index;
}
