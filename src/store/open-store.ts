import type { Db } from "./db";

/** The database's code, which comes beside the first load. */
type DbCode = typeof import("./db");

/** Why the store is not (or no longer) an ordinary one. */
export type StoreTrouble =
  /** This browser refuses IndexedDB: everything works until the page is closed, then stars are gone. */
  | "not-lasting"
  /** Another tab with an older version holds the database back from an upgrade. */
  | "blocked"
  /** A newer version in another tab needed the database: this page has let go of it. */
  | "superseded"
  /** The attendee has had everything deleted, here or in another tab. */
  | "deleted";

/**
 * Opens the attendee's store as soon as `code` has come; rejects where that never does. Where the browser
 * refuses IndexedDB (private windows, blocked site data) the same code runs on a database in memory, and
 * `onTrouble` is told, so that nobody takes stars for kept that are not (null: the trouble is over).
 */
export async function openStore(
  code: Promise<DbCode>,
  base: string,
  onTrouble: (trouble: StoreTrouble | null) => void,
): Promise<Db> {
  const { Db } = await code;
  const db = new Db(base);
  db.on("versionchange", ({ newVersion }) => {
    db.close({ disableAutoOpen: true });
    onTrouble(newVersion === null ? "deleted" : "superseded");
    return false; // Dexie's own answer comes next and would let any later read open the database again.
  });
  let blocked = false;
  db.on("blocked", () => {
    blocked = true;
    onTrouble("blocked");
  });
  try {
    await db.open();
    if (blocked) onTrouble(null);
    return db;
  } catch {
    onTrouble("not-lasting");
    return openInMemory(await code, base);
  }
}

async function openInMemory({ Db }: DbCode, base: string): Promise<Db> {
  const { IDBFactory, IDBKeyRange } = await import("fake-indexeddb");
  // For all of Dexie, not this database alone: its live queries look here where a browser has neither, and
  // it asks the window too, which in some browsers throws at the very name.
  const indexedDB = new IDBFactory();
  Object.assign(Db.dependencies, { indexedDB, IDBKeyRange });
  Object.defineProperty(globalThis, "indexedDB", { value: indexedDB, configurable: true });
  const db = new Db(base);
  await db.open();
  return db;
}
