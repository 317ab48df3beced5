import type { Visit } from "../domain/visit";
import type { Db } from "./db";

/** The attendee's marks after sessions of one conference. */
export async function readVisits(db: Db, conference: string): Promise<readonly Visit[]> {
  return db.visits.where({ conference }).toArray();
}

/** The mark of one session; null where it has none. */
export async function readVisit(db: Db, conference: string, sessionId: string): Promise<Visit | null> {
  return (await db.visits.get([conference, sessionId])) ?? null;
}

/** Sets the mark of a session, or takes it away (null). One write and nothing before it. */
export async function setVisit(
  db: Db,
  conference: string,
  sessionId: string,
  visit: Visit | null,
): Promise<void> {
  if (visit) await db.visits.put({ ...visit, conference, sessionId });
  else await db.visits.delete([conference, sessionId]);
}
