import { appTime, type Clock, deviceTime } from "../domain/clock";
import { todayOf } from "../domain/conference";
import { GAP } from "../domain/piece";
import type { Session } from "../domain/session";
import type { Kept } from "../store/kept";
import type { SelfTest } from "../store/settings";
import { keptOf, owedBy } from "./owed";
import { testReminder } from "./self-test";

/** A session that is to come, by the device's clock. */
export interface Upcoming {
  readonly session: Session;
  /** Device time, epoch milliseconds. */
  readonly startsAt: number;
  readonly conferenceName: string;
  readonly timeZone: string;
}

/** What a track carries for the rest of the day. Instants are device time, epoch milliseconds. */
export interface PocketPlan {
  /** When to chime, in order. */
  readonly chimes: readonly number[];
  /** Today's sessions that ring and have yet to begin, in order. */
  readonly upcoming: readonly Upcoming[];
  /** When the last of the day has begun and rung; null where nothing more is to come today. */
  readonly endsAt: number | null;
}

/** What is to come today of all that is asked for, at `deviceNow`; a test of reminders chimes as well. */
export function pocketPlanOf(
  kept: readonly Kept[],
  clock: Clock,
  selfTest: SelfTest | null,
  deviceNow: number,
): PocketPlan {
  const now = appTime(clock, deviceNow);
  const today = owedBy(kept, clock).flatMap((reminder) => {
    const conference = keptOf(kept, reminder)?.conference;
    const { session, fireAt } = reminder;
    if (!conference) return [];
    const day = todayOf(conference, now);
    const isToday = session.day === day;
    // A feed may ring on the evening before.
    if (!isToday && todayOf(conference, fireAt) !== day) return [];
    const startsAt = deviceTime(clock, session.startsAt);
    return { session, startsAt, fireAt: deviceTime(clock, fireAt), conference, isToday };
  });
  const test = testReminder(selfTest, clock);
  const fires = [...today.map(({ fireAt }) => fireAt), ...(test && selfTest ? [selfTest.dueAt] : [])];
  const chimes = fires.filter((fireAt) => fireAt > deviceNow - GAP).sort((a, b) => a - b);
  const upcoming = today
    .filter(({ startsAt, isToday }) => isToday && startsAt > deviceNow)
    .sort((a, b) => a.startsAt - b.startsAt)
    .map(({ session, startsAt, conference: { name, timeZone } }) => {
      return { session, startsAt, conferenceName: name, timeZone };
    });
  const ends = [...chimes, ...upcoming.map(({ startsAt }) => startsAt)];
  return { chimes, upcoming, endsAt: ends.length === 0 ? null : Math.max(...ends) };
}
