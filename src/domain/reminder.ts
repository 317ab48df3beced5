import type { Clock } from "./clock";
import { type Conference, sessionsOf } from "./conference";
import { fireTimesOf, type Lead, type SessionLead } from "./lead";
import { placesBy } from "./places-by";
import { isBreak, type Session } from "./session";
import { sinceUnder } from "./since";
import { t } from "./speech";
import { armedSince, type Star } from "./star";
import { LATE, MINUTE } from "./time";
import type { Wishes } from "./wishes";

/** One ring that the attendee is owed. Instants are epoch milliseconds of the app's time. */
export interface Reminder {
  /** Session and fire time: a moved session rings anew, two alarms at one instant ring once. */
  readonly id: string;
  readonly session: Session;
  readonly fireAt: number;
  /** The key of its conference, where that is not the site's own; the id begins with it then. */
  readonly conference?: string;
}

/** All that the attendee has said about what is to ring. */
export interface Asked {
  readonly stars: readonly Star[];
  readonly wishes: Wishes;
  readonly leads: readonly SessionLead[];
}

const leadPlaces = placesBy(({ sessionId }: SessionLead) => sessionId);

/** The lead time that holds for a session: its own, else that for all. */
export function leadOf({ wishes, leads }: Pick<Asked, "wishes" | "leads">, sessionId: string): Lead {
  return leads[leadPlaces(leads).get(sessionId) ?? -1]?.lead ?? wishes.lead;
}

/** All reminders of one session under a lead time, by fire time; none for a cancelled one. */
export function remindersOf(session: Session, lead: Lead): readonly Reminder[] {
  return fireTimesOf(session, lead).map((fireAt) => ({ id: `${session.id}@${fireAt}`, session, fireAt }));
}

/**
 * Every reminder that is asked for, by fire time: a pure function of conference, wishes and clock, computed
 * anew at each wake instead of being kept in step with edits. What had passed when it was asked for, by a
 * star, a lead time or the wish for everything, is not in it.
 */
export function planOf(
  conference: Pick<Conference, "sessions">,
  { stars, wishes, leads }: Asked,
  clock: Clock,
): readonly Reminder[] {
  const starOf = new Map(stars.map((star) => [star.sessionId, star]));
  const ownOf = new Map(leads.map((lead) => [lead.sessionId, lead]));
  const everySince = sinceUnder(wishes.scopeSince, clock);
  const leadSince = sinceUnder(wishes.leadSince, clock);
  const plan: Reminder[] = [];
  // Few of many sessions are starred: the others need not be looked at.
  const asking = wishes.scope === "every" ? conference.sessions : sessionsOf(conference, starOf.keys());
  for (const session of asking) {
    const star = starOf.get(session.id);
    // Of the attendee's own entries what had passed as they were put in is not owed, whatever else rings.
    const rings = wishes.scope === "every" && !session.own && (wishes.breaks || !isBreak(session));
    if (!star && !rings) continue;
    const asked = Math.min(
      star ? armedSince(star, clock) : Number.POSITIVE_INFINITY,
      rings ? everySince : Number.POSITIVE_INFINITY,
    );
    const own = ownOf.get(session.id);
    const chosen = own ? sinceUnder(own.since, clock) : Number.NEGATIVE_INFINITY;
    const since = Math.max(asked, chosen, own?.lead == null ? leadSince : Number.NEGATIVE_INFINITY);
    for (const reminder of remindersOf(session, own?.lead ?? wishes.lead)) {
      if (reminder.fireAt > since) plan.push(reminder);
    }
  }
  return plan.sort((a, b) => a.fireAt - b.fireAt);
}

/**
 * How many sessions that have yet to begin at `now` lose their coming reminder, for that its new time has
 * passed, as what is asked for changes from `before` to `after`; silence that was asked for is no loss.
 */
export function lostBy(
  conference: Pick<Conference, "sessions">,
  before: Asked,
  after: Asked,
  clock: Clock,
  now: number,
): number {
  const comingOf = (asked: Asked) =>
    planOf(conference, asked, clock).filter(({ fireAt, session }) => fireAt > now && session.startsAt > now);
  const still = new Set(comingOf(after).map(({ session }) => session.id));
  const lost = comingOf(before).filter(
    ({ session }) => !still.has(session.id) && leadOf(after, session.id) !== "none",
  );
  const isAsked = new Set(after.stars.map(({ sessionId }) => sessionId));
  const rings = after.wishes.scope === "every";
  return new Set(lost.map(({ session }) => session.id).filter((id) => rings || isAsked.has(id))).size;
}

/** The last instant at which a reminder that did not ring in time is still shown, as late. */
export function lateUntil({ session, fireAt }: Reminder): number {
  return Math.max(session.startsAt, fireAt) + LATE;
}

/** What to do with an undelivered reminder at `now`. */
export function verdictOf(reminder: Reminder, now: number): "wait" | "ring" | "missed" {
  if (now < reminder.fireAt) return "wait";
  return now <= lateUntil(reminder) ? "ring" : "missed";
}

/** "starts in 5 min" to the nearest minute, 1 at least, or "started 2 min ago" in whole ones; at `now`. */
export function startWords(startsAt: number, now: number): string {
  const left = (startsAt - now) / MINUTE;
  if (left > 0) return t("starts in {minutes} min", { minutes: Math.max(1, Math.round(left)) });
  return t("started {minutes} min ago", { minutes: Math.floor(-left) });
}
