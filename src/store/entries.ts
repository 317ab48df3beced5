import type { Clock } from "../domain/clock";
import type { OwnEntry } from "../domain/own-entry";
import { sinceNow } from "./clock";
import type { Db } from "./db";

/** Always the same, so that nothing is drawn anew for it. */
const NONE: readonly OwnEntry[] = [];

/** The attendee's own entries in the agenda of one conference. */
export async function readEntries(db: Db, conference: string): Promise<readonly OwnEntry[]> {
  const rows = await db.entries.where({ conference }).toArray();
  return rows.length > 0 ? rows : NONE;
}

/** An id that no session of any feed has. */
export function newEntryId(): string {
  return `own:${crypto.randomUUID()}`;
}

/**
 * Puts an own entry in, or in place of what it was, and hands that back for an undo. Where its start is another one
 * it is asked for anew, by the clock the app runs on: what has passed at its new time does not ring.
 */
export async function putEntry(
  db: Db,
  conference: string,
  entry: Omit<OwnEntry, "since">,
  clock: Clock,
): Promise<OwnEntry | undefined> {
  return db.transaction("rw", db.entries, async () => {
    const before = await db.entries.get([conference, entry.sessionId]);
    const since = before?.startsAt === entry.startsAt ? before.since : sinceNow(clock);
    await db.entries.put({ ...entry, conference, since });
    return before;
  });
}

/** Deletes an own entry and hands it back, so that an undo can restore it as it was. */
export async function removeEntry(
  db: Db,
  conference: string,
  sessionId: string,
): Promise<OwnEntry | undefined> {
  return db.transaction("rw", db.entries, async () => {
    const entry = await db.entries.get([conference, sessionId]);
    await db.entries.delete([conference, sessionId]);
    return entry;
  });
}

/** Puts an own entry back as it was. */
export async function restoreEntry(db: Db, conference: string, entry: OwnEntry): Promise<void> {
  await db.entries.put({ ...entry, conference });
}
