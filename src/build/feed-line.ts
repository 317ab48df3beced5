import { fireAtOf } from "../domain/alarm";
import type { Session } from "../domain/session";
import type { FeedResult } from "../feed/parse-feed";

const iso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");

/** A session as `npm run feed -- --json` tells it, instants in ISO 8601, UTC. */
const sessionOf = (session: Session) => ({
  id: session.id,
  uid: session.uid,
  title: session.title,
  kind: session.kind,
  sponsored: session.sponsored,
  startsAt: iso(session.startsAt),
  endsAt: iso(session.endsAt),
  allDay: session.allDay,
  day: session.day,
  room: session.room,
  venue: session.venue,
  city: session.city,
  status: session.status,
  categories: session.categories,
  alarms: session.alarms.map((alarm) => iso(fireAtOf(alarm, session))),
});

/** What is printed of a feed, one object a line; the golden files of the reader hold the same without the path. */
export function feedLine(result: FeedResult) {
  if (!result.ok) return { ok: false, reason: result.reason, report: result.report } as const;
  const { conference, details, cutOff, asksTimeZone } = result;
  return {
    ok: true,
    name: conference.name,
    timeZone: conference.timeZone,
    asksTimeZone,
    cutOff,
    refreshEvery: conference.refreshEvery,
    sessions: conference.sessions.map((session) => {
      const { description = "", links } = details.sessions[session.id] ?? {};
      return {
        ...sessionOf(session),
        url: session.url,
        geo: session.geo,
        description,
        ...(links && { links }),
      };
    }),
    report: details.report,
  } as const;
}
