import { type Clock, isRehearsal } from "./clock";

/** The moment at which the attendee asked for something: what had passed by then is not owed. */
export interface Since {
  /** By the device's clock, epoch milliseconds. */
  readonly at: number;
  /** The run of the app's clock in which it was asked, and what that clock showed. */
  readonly run: string;
  readonly appAt: number;
}

/**
 * That moment in the app's time under `clock`. To a rehearsal, whatever was asked before it began is older
 * than everything in it; and so is what was never asked but holds from the start (null).
 */
export function sinceUnder(since: Since | null, clock: Clock): number {
  if (since === null) return Number.NEGATIVE_INFINITY;
  if (!isRehearsal(clock)) return since.at;
  return since.run === clock.run ? since.appAt : Number.NEGATIVE_INFINITY;
}
