import type { Clock } from "../domain/clock";
import type { Note } from "../domain/note";
import type { OwnEntry } from "../domain/own-entry";
import type { Visit } from "../domain/visit";
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

/** An own entry as it was, and what was said of it beside. */
export interface RemovedEntry {
  readonly entry: OwnEntry;
  readonly note?: Note | undefined;
  readonly visit?: Visit | undefined;
}

/** Deletes an own entry with its note and its mark, and hands all of that back, so that an undo can restore it. */
export async function removeEntry(
  db: Db,
  conference: string,
  sessionId: string,
): Promise<RemovedEntry | undefined> {
  return db.transaction("rw", db.entries, db.notes, db.visits, async () => {
    const key: [string, string] = [conference, sessionId];
    const [entry, note, visit] = [
      await db.entries.get(key),
      await db.notes.get(key),
      await db.visits.get(key),
    ];
    if (!entry) return undefined;
    await db.entries.delete(key);
    await db.notes.delete(key);
    await db.visits.delete(key);
    return { entry, note, visit };
  });
}

/** Puts an own entry back as it was, with what was said of it. */
export async function restoreEntry(
  db: Db,
  conference: string,
  { entry, note, visit }: RemovedEntry,
): Promise<void> {
  await db.transaction("rw", db.entries, db.notes, db.visits, async () => {
    await db.entries.put({ ...entry, conference });
    if (note) await db.notes.put({ ...note, conference });
    if (visit) await db.visits.put({ ...visit, conference });
  });
}
