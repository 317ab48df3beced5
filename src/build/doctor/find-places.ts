import { isBreak, type Session } from "../../domain/session";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { isOpenWord } from "./words";

/** Sessions that name no room; breaks of their own, since they are often for everybody. */
export function findNoRoom(feed: Examined): readonly Finding[] {
  return feed.conference.sessions.flatMap((session) => {
    const isOpen = session.room !== null && isOpenWord(session.room);
    if ((session.room !== null && !isOpen) || session.status === "CANCELLED") return [];
    // What lasts all day is mostly the conference itself.
    if (session.allDay) return [];
    const code = isBreak(session) ? "break-without-room" : "no-room";
    return [finding(code, placeOf(feed, session), reasonOf(session, isOpen))];
  });
}

function reasonOf({ room, city }: Session, isOpen: boolean): string {
  if (isOpen) return `Its room is “${room}”.`;
  return city === null ? "It has no location." : `Its location is the city alone: ${city}.`;
}
