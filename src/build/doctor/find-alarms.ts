import { fireAtOf } from "../../domain/alarm";
import { alarmsUnder, leadWords } from "../../domain/lead";
import type { Session } from "../../domain/session";
import { type Examined, isOn, placeOf } from "./examined";
import { type Finding, finding } from "./finding";

/** Sessions without an alarm, and what the app does for them; those whose alarms all ring after the start. */
export function findAlarms(feed: Examined): readonly Finding[] {
  return feed.conference.sessions.flatMap((session) => {
    if (!isOn(session) || session.allDay) return [];
    if (session.alarmsDismissed) return [finding("no-alarm", placeOf(feed, session), DISMISSED)];
    const first = firstRing(session);
    if (first === null) return [];
    // The organiser's own lead time stands in for an alarm, as if the feed had one.
    if (session.alarms.length === 0 || feed.eventOf.get(session.id)?.hasAlarm === false) {
      const reason = `The app reminds ${leadWords(first, session.startsAt)}.`;
      return [finding("no-alarm", placeOf(feed, session), reason)];
    }
    if (first <= session.startsAt) return [];
    const reason = `Its first alarm rings ${leadWords(first, session.startsAt)}.`;
    return [finding("alarm-too-late", placeOf(feed, session), reason)];
  });
}

const DISMISSED = "Its alarms are marked as seen (ACKNOWLEDGED), so the app does not remind.";

function firstRing(session: Session): number | null {
  const times = alarmsUnder(session, "feed").map((alarm) => fireAtOf(alarm, session));
  return times.length === 0 ? null : Math.min(...times);
}
