import { fireAtOf } from "./alarm";
import type { Clock } from "./clock";
import type { Conference } from "./conference";
import type { Session } from "./session";
import { armedSince, type Star } from "./star";
import { MINUTE } from "./time";

/** One ring that the attendee is owed. Instants are epoch milliseconds of the app's time. */
export interface Reminder {
  /** Session and fire time: a moved session rings anew, two alarms at one instant ring once. */
  readonly id: string;
  readonly session: Session;
  readonly fireAt: number;
}

/** How long after the start (or after the fire time, where that is later) a ring still helps. */
const LATE = 2 * MINUTE;

/** All reminders of one session, by fire time; none for a cancelled one. */
export function remindersOf(session: Session): readonly Reminder[] {
  if (session.status === "CANCELLED") return [];
  const instants = new Set(session.alarms.map((alarm) => fireAtOf(alarm, session)));
  return [...instants]
    .sort((a, b) => a - b)
    .map((fireAt) => ({ id: `${session.id}@${fireAt}`, session, fireAt }));
}

/**
 * Every reminder the attendee's stars ask for, by fire time: a pure function of conference, stars and
 * clock, computed anew at each wake instead of being kept in step with edits.
 */
export function planOf(
  conference: Pick<Conference, "sessions">,
  stars: readonly Star[],
  clock: Clock,
): readonly Reminder[] {
  const starOf = new Map(stars.map((star) => [star.sessionId, star]));
  const plan: Reminder[] = [];
  for (const session of conference.sessions) {
    const star = starOf.get(session.id);
    if (!star) continue;
    const since = armedSince(star, clock);
    for (const reminder of remindersOf(session)) if (reminder.fireAt > since) plan.push(reminder);
  }
  return plan.sort((a, b) => a.fireAt - b.fireAt);
}

/** The last instant at which a reminder that did not ring in time is still shown, as late. */
export function lateUntil(reminder: Reminder): number {
  return Math.max(reminder.session.startsAt, reminder.fireAt) + LATE;
}

/** What to do with an undelivered reminder at `now`. */
export function verdictOf(reminder: Reminder, now: number): "wait" | "ring" | "missed" {
  if (now < reminder.fireAt) return "wait";
  return now <= lateUntil(reminder) ? "ring" : "missed";
}

/** "starts in 5 min" to the nearest minute, 1 at least, or "started 2 min ago" in whole ones; at `now`. */
export function startWords(startsAt: number, now: number): string {
  const left = (startsAt - now) / MINUTE;
  if (left > 0) return `starts in ${Math.max(1, Math.round(left))} min`;
  return `started ${Math.floor(-left)} min ago`;
}
