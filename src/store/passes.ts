import type { Pass } from "../domain/pass";
import type { Db } from "./db";

/** What the attendee passed over in one conference. */
export async function readPasses(db: Db, conference: string): Promise<readonly Pass[]> {
  return db.passes.where({ conference }).toArray();
}

/** Passes a session over, or takes that back. */
export async function setPassed(
  db: Db,
  conference: string,
  sessionId: string,
  passed: boolean,
): Promise<void> {
  if (passed) await db.passes.put({ conference, sessionId });
  else await db.passes.delete([conference, sessionId]);
}
