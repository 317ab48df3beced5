import { type Conference, daysOf } from "./conference";
import { type Clash, clashesOf } from "./conflict";
import type { Session } from "./session";
import { MINUTE } from "./time";

/** The change of rooms between two starred sessions that follow one another on a day. */
interface Transfer {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** One row of the agenda, with what stands between it and the row before. */
export interface AgendaRow {
  readonly session: Session;
  readonly transfer: Transfer | null;
  /** Clashes with rows of the same day, this session's side first in none: both rows carry the pair. */
  readonly clashes: readonly Clash[];
}

interface AgendaDay {
  readonly day: string;
  readonly rows: readonly AgendaRow[];
}

export interface Agenda {
  readonly days: readonly AgendaDay[];
  /** Stars whose session the schedule no longer holds. */
  readonly gone: number;
}

/** A longer gap than this, in minutes, leaves time to change rooms without a word about it. */
const TIGHT = 30;

function transferBetween(before: Session | undefined, session: Session): Transfer | null {
  if (!before?.room || !session.room || before.room === session.room) return null;
  const minutes = Math.round((session.startsAt - before.endsAt) / MINUTE);
  return minutes >= 0 && minutes <= TIGHT ? { from: before.room, to: session.room, minutes } : null;
}

/** The starred sessions by day, with clashes and changes of room. */
export function agendaOf(conference: Conference, starred: ReadonlySet<string>): Agenda {
  const sessions = conference.sessions.filter((session) => starred.has(session.id));
  const days = [...daysOf({ sessions })].map(([day, ofDay]) => {
    const clashes = clashesOf(ofDay);
    const rows = ofDay.map((session, index) => ({
      session,
      transfer: transferBetween(ofDay[index - 1], session),
      clashes: clashes.filter(({ first, second }) => first === session || second === session),
    }));
    return { day, rows };
  });
  return { days, gone: starred.size - sessions.length };
}
