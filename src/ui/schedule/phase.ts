import { overAt, type Session } from "../../domain/session";
import { MINUTE } from "../../domain/time";
import type { Phase } from "./lines";

/** Where a session stands at `now`; its end does not belong to it. */
export function phaseOf(session: Session, now: number): Phase {
  if (now < session.startsAt) return "next";
  return now < overAt(session) ? "now" : "past";
}

/** Whole minutes to the end of a session that is on, never 0; null for others and for all-day ones. */
export function minutesLeft(session: Session, now: number): number | null {
  if (session.allDay || phaseOf(session, now) !== "now") return null;
  return Math.ceil((session.endsAt - now) / MINUTE);
}
