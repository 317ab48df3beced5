import { type Conference, daysOf } from "./conference";
import type { Session } from "./session";

type Schedule = Pick<Conference, "sessions" | "gone">;

/** The sessions of the schedule, and of those that it no longer holds the ones of these ids, where they stood. */
export function withGone({ sessions, gone = [] }: Schedule, ids: ReadonlySet<string>): readonly Session[] {
  const kept = gone.filter(({ id }) => ids.has(id));
  if (kept.length === 0) return sessions;
  return [...sessions, ...kept].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}

/** The sessions of these ids by day, as the agenda has them: also those that the schedule no longer holds. */
export function daysOfThese(
  schedule: Schedule,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly Session[]> {
  return daysOf({ sessions: withGone(schedule, ids).filter(({ id }) => ids.has(id)) });
}
