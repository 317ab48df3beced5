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

/**
 * The least time (milliseconds) since the last try before this reason may cause another. The feed's own
 * REFRESH-INTERVAL rules an app that lies open; a person who opens it, comes back to it or regains the
 * network is answered at once.
 */
export function refreshGap(reason: RefreshReason, conference: Conference | undefined, now: number): number {
  switch (reason) {
    case "opened":
    case "asked":
    case "reconnected":
      return 0;
    case "looked":
      return BETWEEN_LOOKS;
    case "clock": {
      const wish = conference?.refreshEvery ?? WITHOUT_WISH;
      return conference && isOn(conference, now) ? Math.min(wish, ON_EVENT_DAYS) : wish;
    }
  }
}
