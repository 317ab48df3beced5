import { isOwnId } from "./own-entry";
import { listed } from "./say-list";
import type { Session } from "./session";
import { t } from "./speech";

/** A session as a calendar was last told of it. Instants are epoch milliseconds. */
export interface Told {
  readonly sessionId: string;
  readonly title: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly allDay: boolean;
  readonly room: string | null;
  /** The calendar was told that it is off. */
  readonly cancelled: boolean;
  /** It only ever went out with the agenda, so that its star stands for it; else it was added by itself too. */
  readonly withAgenda: boolean;
}

/** Where the attendee's own calendar no longer says what is so. */
export interface CalendarDrift {
  /** At another time, in another room, or on again: as the schedule has them now; own entries also renamed. */
  readonly moved: readonly Session[];
  /** Cancelled, or no longer in the schedule: as the calendar was told of them. */
  readonly cancelled: readonly Told[];
  /** No longer starred: as the schedule has them now. */
  readonly dropped: readonly Session[];
}

/**
 * Compares what a calendar was told with the schedule and the stars as they are at `now` (app's time). What
 * is over in both is the past of the attendee's own calendar, and left alone.
 */
export function calendarDrift(
  told: readonly Told[],
  sessions: readonly Session[],
  starred: ReadonlySet<string>,
  now: number,
): CalendarDrift {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const moved: Session[] = [];
  const cancelled: Told[] = [];
  const dropped: Session[] = [];
  for (const entry of told) {
    const session = byId.get(entry.sessionId);
    if (Math.max(entry.endsAt, session?.endsAt ?? 0) < now) continue;
    const isWanted = !entry.withAgenda || starred.has(entry.sessionId);
    if (!session || session.status === "CANCELLED") {
      if (!entry.cancelled) cancelled.push(entry);
    } else if (!isWanted) {
      dropped.push(session);
    } else if (entry.cancelled || differs(entry, session)) moved.push(session);
  }
  return { moved, cancelled, dropped };
}

function differs(entry: Told, session: Session): boolean {
  return (
    entry.startsAt !== session.startsAt ||
    entry.endsAt !== session.endsAt ||
    entry.allDay !== session.allDay ||
    entry.room !== session.room ||
    // The attendee has given it another name; what an organiser mends in a title is no reason to export again.
    (session.own === true && entry.title !== session.title)
  );
}

/** "2 sessions in your calendar have moved and 1 has been cancelled: export again."; null where all is in step. */
export function driftWords(drift: CalendarDrift): string | null {
  const { dropped } = drift;
  const moved = drift.moved.filter(({ own }) => !own);
  const cancelled = drift.cancelled.filter(({ sessionId }) => !isOwnId(sessionId));
  const own = drift.moved.length - moved.length + drift.cancelled.length - cancelled.length;
  const facts = [
    moved.length > 0 &&
      t(
        "{count, plural, one {# session in your calendar has moved} other {# sessions in your calendar have moved}}",
        { count: moved.length },
      ),
    cancelled.length > 0 &&
      (moved.length > 0
        ? t("{count, plural, one {# has been cancelled} other {# have been cancelled}}", {
            count: cancelled.length,
          })
        : t(
            "{count, plural, one {# session in your calendar has been cancelled} other {# sessions in your calendar have been cancelled}}",
            { count: cancelled.length },
          )),
    dropped.length > 0 &&
      (moved.length + cancelled.length > 0
        ? t("{count, plural, one {# is no longer starred} other {# are no longer starred}}", {
            count: dropped.length,
          })
        : t(
            "{count, plural, one {# session in your calendar is no longer starred} other {# sessions in your calendar are no longer starred}}",
            { count: dropped.length },
          )),
    own > 0 &&
      t(
        "{count, plural, one {# own entry is no longer as your calendar has it} other {# own entries are no longer as your calendar has them}}",
        { count: own },
      ),
  ].filter((fact) => fact !== false);
  return facts.length > 0 ? t("{facts}: export again.", { facts: listed(facts) }) : null;
}
