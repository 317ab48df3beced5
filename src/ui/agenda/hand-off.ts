import { type CalendarDrift, calendarDrift, type Told } from "../../domain/calendar-drift";
import type { Conference } from "../../domain/conference";
import { alarmsUnder } from "../../domain/lead";
import { type Asked, leadOf } from "../../domain/reminder";
import { bareSession, type Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { type CalendarEntry, writeCalendar } from "../../feed/write-calendar";
import { deviceNow } from "../../store/clock";
import { readDetails } from "../../store/conferences";
import type { Db } from "../../store/db";
import {
  type Exported,
  nextSequences,
  readPastUids,
  readTold,
  readUids,
  rememberExport,
} from "../../store/exports";
import { fileName, type Saved, type SaveHow, saveFile } from "../parts/save-file";
import { shown } from "../shown";

/** A calendar file, written before the tap: some browsers share only what is ready while the tap lasts. */
export interface ReadyFile {
  readonly file: File;
  readonly exported: readonly Exported[];
  /** The key of their conference. */
  readonly key: string;
}

/** What is to be written: one session, or the agenda with all that has to be put right in the calendar. */
export interface HandOff {
  readonly conference: Conference;
  readonly sessions: readonly Session[];
  readonly asked: Asked;
  /** The app's time. */
  readonly now: number;
  readonly isAgenda: boolean;
}

const NOTHING: CalendarDrift = { moved: [], cancelled: [], dropped: [] };

/**
 * Writes a calendar file: the sessions with the alarms that the attendee wants, under the sequences that
 * are due now; with the agenda also whatever has moved since it was handed over, and, as cancelled, what
 * went from schedule or stars.
 */
export async function prepareFile(db: Db, handOff: HandOff): Promise<ReadyFile> {
  const { conference, sessions, asked, now, isAgenda } = handOff;
  const key = shown.get();
  const [details, told, uids, pastUids] = await Promise.all([
    readDetails(db, key),
    readTold(db, key),
    readUids(db, key),
    readPastUids(db, key),
  ]);
  const starred = new Set(sessions.map(({ id }) => id));
  const drift = isAgenda ? calendarDrift(told, conference.sessions, starred, now) : NOTHING;
  const strays = drift.moved.filter(({ id }) => !starred.has(id));
  const gone = [
    ...drift.cancelled.filter(({ sessionId }) => !starred.has(sessionId)).map(calledOff),
    ...drift.dropped.map((session) => ({ ...session, status: "CANCELLED" })),
  ];
  const dropped = new Set(drift.dropped.map(({ id }) => id));
  const written: readonly Session[] = [...sessions, ...strays, ...gone];
  const sequences = await nextSequences(db, key, written);
  const exported: Exported[] = [];
  const entries = written.map((session): CalendarEntry => {
    const sequence = sequences.get(session.id) ?? session.sequence;
    const news = dropped.has(session.id) ? null : toldOf(session, isAgenda);
    // The feed's UID, unless several sessions share it: then a calendar would merge them. What the calendar
    // has already stays the same entry there, also where the organiser has made the session again, and last
    // year's entries stay what they were where a feed begins its UIDs anew.
    const isLastYears = pastUids.has(session.id) && told.every(({ sessionId }) => sessionId !== session.id);
    const uid = uids.get(session.id) ?? (isLastYears ? `${session.day}-${session.id}` : session.id);
    exported.push({ sessionId: session.id, sequence, told: news, ...(uid !== session.id && { uid }) });
    return {
      session,
      details: details?.sessions[session.id],
      uid,
      sequence,
      alarms: session.status === "CANCELLED" ? [] : alarmsUnder(session, leadOf(asked, session.id)),
    };
  });
  const { name, timeZone } = conference;
  const text = writeCalendar({ name, timeZone, entries, writtenAt: deviceNow() });
  const [only] = written;
  const words = written.length === 1 && only ? only.title : t("{name} agenda", { name });
  return { file: new File([text], `${fileName(words)}.ics`, { type: "text/calendar" }), exported, key };
}

/** A session that the schedule no longer holds, as cancelled, made of what the calendar was told of it. */
function calledOff({ sessionId, title, startsAt, endsAt, allDay, room }: Told): Session {
  return bareSession({ id: sessionId, title, startsAt, endsAt, allDay, room, status: "CANCELLED" });
}

function toldOf({ id, title, startsAt, endsAt, allDay, room, status }: Session, withAgenda: boolean): Told {
  const cancelled = status === "CANCELLED";
  return { sessionId: id, title, startsAt, endsAt, allDay, room, cancelled, withAgenda };
}

/** True where this browser has a share sheet that takes files. */
export function sharesFiles(): boolean {
  const file = new File(["BEGIN:VCALENDAR"], "agenda.ics", { type: "text/calendar" });
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/** Hands a calendar file over, and remembers what the calendar has been told where it was taken. */
export async function handOver(db: Db, { file, exported, key }: ReadyFile, how: SaveHow): Promise<Saved> {
  const outcome = await saveFile(file, how);
  if (outcome !== "cancelled") await rememberExport(db, key, exported);
  return outcome;
}
