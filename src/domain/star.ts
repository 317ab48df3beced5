import { type Clock, isRehearsal } from "./clock";

/** The attendee's mark on a session. */
export interface Star {
  readonly sessionId: string;
  /** When it was set by the device's clock, epoch milliseconds. */
  readonly starredAt: number;
  /** The run of the app's clock in which it was set, and what that clock showed. */
  readonly run: string;
  readonly appStarredAt: number;
}

/**
 * Reminders that fire after this instant (app's time) belong to the star; earlier ones had passed when
 * it was set. For a rehearsal, a star set before it began is older than everything in it.
 */
export function armedSince(star: Star, clock: Clock): number {
  if (!isRehearsal(clock)) return star.starredAt;
  return star.run === clock.run ? star.appStarredAt : Number.NEGATIVE_INFINITY;
}
