import { type Conference, todayOf } from "./conference";
import { duration, timeTo } from "./say-time";
import { overAt, type Session } from "./session";
import { t } from "./speech";
import { DAY, HOUR, MINUTE, noonOf } from "./time";

/** Nearer than this, the hours tell more than the day. */
const NEAR = 12 * HOUR;

/**
 * Where a session stands at `now`: "in 40 min", "tomorrow", "in 3 days", "Now · 18 min left", "Over". Days are
 * the conference's; minutes are rounded up, so that there is never less time than is said to be over.
 */
export function whenWords(
  session: Session,
  now: number,
  conference: Pick<Conference, "timeZone" | "dayStartHour">,
): string {
  const { startsAt, endsAt, allDay, day } = session;
  if (now < startsAt) {
    const days = Math.round((noonOf(day) - noonOf(todayOf(conference, now))) / DAY);
    if (days > 1) return timeTo(days * DAY);
    if (days === 1 && (allDay || startsAt - now > NEAR)) return t("tomorrow");
    return timeTo(startsAt - now);
  }
  if (now >= overAt(session)) return t("Over");
  return allDay
    ? t("Today")
    : t("Now · {time} left", { time: duration(Math.ceil((endsAt - now) / MINUTE) * MINUTE) });
}
