import { partsOf } from "./parts";
import { isBreak, isHeld, type Session } from "./session";

/** What comes before and after a session in its room, on its day. */
export interface Neighbours {
  readonly previous: Session | null;
  readonly next: Session | null;
}

/** The sessions next to one in its room, on its day; cancelled and all-day ones are passed over. */
export function neighboursInRoom(session: Session, sessions: readonly Session[]): Neighbours {
  if (!session.room) return { previous: null, next: null };
  const inRoom = sessions.filter(
    (other) =>
      other === session || (other.room === session.room && other.day === session.day && isHeld(other)),
  );
  const index = inRoom.indexOf(session);
  return { previous: inRoom[index - 1] ?? null, next: inRoom[index + 1] ?? null };
}

/** What else is on at some time of a session: no breaks, nothing cancelled or all-day, no other part of it. */
export function alsoOn(session: Session, sessions: readonly Session[]): readonly Session[] {
  if (session.allDay) return [];
  // A session without an end is on for its first moment.
  const endOf = ({ startsAt, endsAt }: Session) => Math.max(endsAt, startsAt + 1);
  const own = new Set([session, ...partsOf(session, sessions)]);
  return sessions.filter(
    (other) =>
      !own.has(other) &&
      isHeld(other) &&
      !isBreak(other) &&
      other.startsAt < endOf(session) &&
      endOf(other) > session.startsAt,
  );
}
