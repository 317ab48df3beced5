import { t } from "./speech";

/**
 * The app's clock: the device's, moved by `offset` milliseconds, and from the device's instant `since` on
 * running `speed` times as fast. Every run of it has a name, so that what rang in a rehearsal never counts
 * for the real day, nor for another rehearsal.
 */
export interface Clock {
  readonly run: string;
  readonly offset: number;
  readonly speed: number;
  readonly since: number;
}

/** The clock of the real day. */
export const REAL_CLOCK: Clock = { run: "real", offset: 0, speed: 1, since: 0 };

/** True while a rehearsal runs. */
export function isRehearsal(clock: Clock): boolean {
  return clock.run !== REAL_CLOCK.run;
}

/** The app's time (epoch milliseconds) when the device's clock shows `deviceNow`. */
export function appTime({ offset, speed, since }: Clock, deviceNow: number): number {
  return deviceNow + offset + (speed - 1) * (deviceNow - since);
}

/** What the device's clock shows at an instant of the app's time, to the millisecond that is not before it. */
export function deviceTime({ offset, speed, since }: Clock, appInstant: number): number {
  return Math.ceil((appInstant - offset + (speed - 1) * since) / speed);
}

export type RehearsalRequest =
  | { readonly kind: "start"; readonly at: number }
  | { readonly kind: "end" }
  | { readonly kind: "bad"; readonly reason: string };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/**
 * Reads the value of `?rehearse=`: an ISO 8601 instant with its offset from UTC, or "off". A plus that
 * arrived as a space, as query strings have it, is read as a plus.
 */
export function readRehearsal(value: string): RehearsalRequest {
  const text = value.trim().replace(/ (?=\d\d:?\d\d$)/, "+");
  if (text.toLowerCase() === "off") return { kind: "end" };
  const at = INSTANT.test(text) ? Date.parse(text.toUpperCase()) : Number.NaN;
  const dayOfMonth = Number(text.slice(8, 10));
  const rolledOver = dayOfMonth > new Date(Date.UTC(+text.slice(0, 4), +text.slice(5, 7), 0)).getUTCDate();
  if (Number.isNaN(at) || rolledOver) {
    return {
      kind: "bad",
      reason: t(
        "“{value}” is not a moment that can be rehearsed. Write it as 2030-05-21T09:55:00Z or 2030-05-21T15:25:00+05:30.",
        { value },
      ),
    };
  }
  return { kind: "start", at };
}
