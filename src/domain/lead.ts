import { type Alarm, fireAtOf } from "./alarm";
import { duration } from "./say-time";
import type { Session } from "./session";
import type { Since } from "./since";
import { t } from "./speech";
import { MINUTE } from "./time";

/** When to be reminded: as the feed says, so many minutes before the start, or not at all. */
export type Lead = "feed" | "none" | number;

/** What the attendee may choose from. */
export const LEADS: readonly Lead[] = ["feed", 0, 10, 15, "none"];

/** Minutes before the start at which a session rings whose feed sets no alarm. */
const DEFAULT_LEAD = 5;

/** The attendee's own lead time for one session. */
export interface SessionLead {
  readonly sessionId: string;
  /** Null: as for all sessions, again. */
  readonly lead: Lead | null;
  readonly since: Since;
}

/**
 * The alarms of a session under a lead time. "feed" is what the feed's alarms say (RFC 5545, 3.6.6); where
 * it sets none that can ring, the default lead time, but not where they were all dismissed elsewhere
 * (RFC 9074, 6). An all-day session has no start to be in time for: it rings as the feed says, or not.
 */
export function alarmsUnder(session: Session, lead: Lead): readonly Alarm[] {
  if (lead === "none") return [];
  if (lead !== "feed" && !session.allDay) return [{ related: "start", offset: -lead * MINUTE }];
  if (session.alarms.length > 0 || session.allDay || session.alarmsDismissed) return session.alarms;
  return [{ related: "start", offset: -DEFAULT_LEAD * MINUTE }];
}

/** The instants at which a session rings under a lead time, in order, each once; none for a cancelled one. */
export function fireTimesOf(session: Session, lead: Lead): readonly number[] {
  if (session.status === "CANCELLED") return [];
  const instants = alarmsUnder(session, lead).map((alarm) => fireAtOf(alarm, session));
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** "at the start", "5 min before", "10 min after the start" */
export function leadWords(fireAt: number, startsAt: number): string {
  const before = startsAt - fireAt;
  if (Math.abs(before) < MINUTE / 2) return t("at the start");
  return before > 0
    ? t("{time} before", { time: duration(before) })
    : t("{time} after the start", { time: duration(-before) });
}
