import type { Clock } from "./clock";
import { sinceUnder } from "./since";

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
 * it was set.
 */
export function armedSince({ starredAt, run, appStarredAt }: Star, clock: Clock): number {
  return sinceUnder({ at: starredAt, run, appAt: appStarredAt }, clock);
}
