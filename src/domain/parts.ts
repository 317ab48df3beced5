import type { Session } from "./session";

/** All parts of a session that breaks have cut apart, itself among them, in order; none for a session of its own. */
export function partsOf(session: Session, sessions: readonly Session[]): readonly Session[] {
  if (!session.part) return [];
  const { title, kind, room, day } = session;
  return sessions.filter(
    (s) => s.part && s.title === title && s.kind === kind && s.room === room && s.day === day,
  );
}
