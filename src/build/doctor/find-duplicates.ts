import type { Session } from "../../domain/session";
import { type Examined, named, placeOf } from "./examined";
import { type Finding, finding } from "./finding";

/** Sessions of the same title, start and room as an earlier one. */
export function findDuplicates(feed: Examined): readonly Finding[] {
  const first = new Map<string, Session>();
  return feed.conference.sessions.flatMap((session) => {
    if (session.status === "CANCELLED") return [];
    const { title, startsAt, room } = session;
    const key = `${startsAt}\n${room ?? ""}\n${title}`;
    const known = first.get(key);
    if (known) {
      return [finding("duplicate", placeOf(feed, session), `The same as ${named(feed, known)}.`)];
    }
    first.set(key, session);
    return [];
  });
}
