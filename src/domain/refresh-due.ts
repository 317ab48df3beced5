import type { Conference } from "./conference";
import { DAY, HOUR, MINUTE, SECOND } from "./time";

/** Why somebody asks for a refresh. */
export type RefreshReason = "opened" | "asked" | "reconnected" | "looked" | "clock";

const WITHOUT_WISH = 12 * HOUR;
const ON_EVENT_DAYS = 10 * MINUTE;
const BETWEEN_LOOKS = 10 * SECOND;

/** True from a day before the first session to the end of the last, at `now` in the app's time. */
function isOn(conference: Conference, now: number): boolean {
  const first = conference.sessions[0];
  const last = conference.sessions.at(-1);
  return !!first && !!last && now > first.startsAt - DAY && now < last.endsAt;
}

/** What has come of the tries so far, and chance. */
export interface Tries {
  /** Tries by the clock that failed in a row, since anything else was tried or worked. */
  readonly failures: number;
  /** From 0 to 1, drawn anew for each try: a hall full of phones must not ask all at once. */
  readonly chance: number;
}

/** A server that fails is asked no more seldom than this, unless its feed wishes so. */
const LONGEST_PAUSE = HOUR;

/** The part of a pause by which chance makes it longer, and no longer than this. */
const SPREAD = 1 / 4;
const WIDEST_SPREAD = 15 * MINUTE;

/**
 * The least time (milliseconds) since the last try before this reason may cause another. The feed's own
 * REFRESH-INTERVAL rules an app that lies open, doubled with each failure; a person who opens it, comes back
 * to it or regains the network is answered at once.
 */
export function refreshGap(
  reason: RefreshReason,
  conference: Conference | undefined,
  now: number,
  { failures, chance }: Tries = { failures: 0, chance: 0 },
): number {
  switch (reason) {
    case "opened":
    case "asked":
    case "reconnected":
      return 0;
    case "looked":
      return BETWEEN_LOOKS;
    case "clock": {
      const wish = conference?.refreshEvery ?? WITHOUT_WISH;
      const gap = conference && isOn(conference, now) ? Math.min(wish, ON_EVENT_DAYS) : wish;
      const pause = Math.max(gap, Math.min(gap * 2 ** failures, LONGEST_PAUSE));
      return pause + Math.min(pause * SPREAD, WIDEST_SPREAD) * chance;
    }
  }
}
