import type { Clock } from "../domain/clock";
import type { OwnEntry } from "../domain/own-entry";
import { sinceNow } from "./clock";
import type { Db, MarkTable } from "./db";
import { writeNote } from "./notes";
import { newStar } from "./stars";

/** What an agenda brings from another device or person. */
export interface Incoming {
  readonly sessionIds: readonly string[];
  /** By session. */
  readonly notes: ReadonlyMap<string, string>;
  readonly entries: readonly Omit<OwnEntry, "since">[];
}

type Key = [conference: string, sessionId: string];

/**
 * Takes an agenda in, all of it or nothing: beside the stars that are set, or in place of them. A note on both
 * sides keeps both texts; what has been starred before stays as it was. Hands back what undoes it.
 */
export async function takeAgenda(
  db: Db,
  conference: string,
  { sessionIds, notes, entries }: Incoming,
  how: "add" | "replace",
  clock: Clock,
): Promise<() => Promise<void>> {
  const tables = [db.stars, db.passes, db.notes, db.entries];
  const keysOf = (ids: Iterable<string>) => [...ids].map((id): Key => [conference, id]);
  return db.transaction("rw", tables, async () => {
    const stars = await db.stars.where({ conference }).toArray();
    const starred = new Set(stars.map(({ sessionId }) => sessionId));
    const added = sessionIds.filter((id) => !starred.has(id));
    const wanted = new Set(sessionIds);
    const dropped = how === "replace" ? [...starred].filter((id) => !wanted.has(id)) : [];
    const undos = await Promise.all([
      remember(db.stars, keysOf([...added, ...dropped])),
      remember(db.passes, keysOf(added)),
      remember(db.notes, keysOf(notes.keys())),
      remember(db.entries, keysOf(entries.map(({ sessionId }) => sessionId))),
    ]);
    await db.stars.bulkDelete(keysOf(dropped));
    await db.stars.bulkPut(added.map((id) => ({ conference, ...newStar(id, clock) })));
    await db.passes.bulkDelete(keysOf(added)); // A star says more.
    for (const [sessionId, text] of notes) await writeNote(db, conference, sessionId, { base: "", text });
    await db.entries.bulkPut(entries.map((entry) => ({ ...entry, since: sinceNow(clock), conference })));
    return async () => {
      await db.transaction("rw", tables, async () => {
        for (const undo of undos) await undo();
      });
    };
  });
}

/** Gives what puts these rows of a table back as they are now. */
async function remember<Mark>(table: MarkTable<Mark>, keys: readonly Key[]): Promise<() => Promise<void>> {
  const rows = await table.bulkGet([...keys]);
  return async () => {
    await table.bulkDelete([...keys]);
    await table.bulkPut(rows.filter((row) => row !== undefined));
  };
}
