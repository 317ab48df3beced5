import type { Session } from "./session";
import { MINUTE } from "./time";

/** Two sessions that are on at the same time, and for how many minutes. */
export interface Clash {
  readonly first: Session;
  readonly second: Session;
  readonly minutes: number;
}

/**
 * The pairs among `sessions` (in order of start) that overlap, cancelled ones apart. Intervals are half open: one that begins
 * as another ends does not clash with it.
 */
export function clashesOf(sessions: readonly Session[]): readonly Clash[] {
  const clashes: Clash[] = [];
  let running: Session[] = [];
  for (const session of sessions) {
    if (session.status === "CANCELLED") continue;
    running = running.filter((earlier) => earlier.endsAt > session.startsAt);
    for (const earlier of running) {
      const overlap = Math.min(earlier.endsAt, session.endsAt) - session.startsAt;
      if (overlap > 0)
        clashes.push({ first: earlier, second: session, minutes: Math.round(overlap / MINUTE) });
    }
    if (!session.allDay) running.push(session);
  }
  return clashes;
}
