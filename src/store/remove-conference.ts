import type { Db } from "./db";
import { HOME } from "./home";
import { readSetting, writeSetting } from "./settings";

/** Everything that was kept of a conference, as it was: with that a removal can be undone. */
export interface Removed {
  readonly rows: readonly (readonly [table: string, rows: readonly unknown[]])[];
  readonly wasShown: boolean;
}

/**
 * Takes a conference off this device, the feed's rows and the attendee's, in one transaction, and hands all of
 * them back. The site's own is shown where this one was. That one cannot be removed: it comes with the app.
 */
export async function removeConference(db: Db, key: string): Promise<Removed | null> {
  if (key === HOME) return null;
  return db.transaction("rw", db.tables, async () => {
    const rows: [string, readonly unknown[]][] = [];
    for (const table of db.tables) {
      // Whatever its table, a row of a conference says so in one of two ways: none is forgotten.
      const own = table.filter((row) => row.key === key || row.conference === key);
      const found = await own.toArray();
      if (found.length === 0) continue;
      rows.push([table.name, found]);
      await own.delete();
    }
    const wasShown = (await readSetting(db, "shown")) === key;
    if (wasShown) await writeSetting(db, "shown", HOME);
    return { rows, wasShown };
  });
}

/** Puts a removed conference back, with all that the attendee had said of it. */
export async function restoreConference(db: Db, key: string, { rows, wasShown }: Removed): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    for (const [table, removed] of rows) await db.table(table).bulkPut(removed);
    if (wasShown) await writeSetting(db, "shown", key);
  });
}
