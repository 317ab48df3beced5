import type { Change } from "../domain/change";
import type { Db, NoticedChange } from "./db";

/** So many changes of a conference are remembered, the latest. */
const MOST = 500;

/** What has changed in a conference, the latest first, and up to which of it the attendee has looked. */
export interface News {
  readonly changes: readonly NoticedChange[];
  /** The number of the last change that was looked at; 0 where none has been. */
  readonly upTo: number;
}

/** All of it. */
export async function readNews(db: Db, conference: string): Promise<News> {
  const [changes, looked] = await Promise.all([
    db.changes.where({ conference }).reverse().sortBy("number"),
    db.looked.get(conference),
  ]);
  return { changes, upTo: looked?.upTo ?? 0 };
}

/** What of it the attendee has not looked at: as a rule nothing, and no more than that is read. */
export async function readUnlooked(db: Db, conference: string): Promise<News> {
  const upTo = (await db.looked.get(conference))?.upTo ?? 0;
  const later = await db.changes.where("number").above(upTo).reverse().toArray();
  return { changes: later.filter((change) => change.conference === conference), upTo };
}

/** Remembers changes as noticed at `noticedAt` (device time), and forgets the oldest where there are too many. */
export async function noteChanges(
  db: Db,
  conference: string,
  changes: readonly Change[],
  noticedAt: number,
): Promise<void> {
  if (changes.length === 0) return;
  await db.changes.bulkAdd(changes.map((change) => ({ ...change, conference, noticedAt })));
  const numbers = await db.changes.where({ conference }).primaryKeys();
  await db.changes.bulkDelete(numbers.slice(0, -MOST));
}

/** The attendee has looked at all changes up to that number. */
export async function markLooked(db: Db, conference: string, upTo: number): Promise<void> {
  await db.transaction("rw", db.looked, async () => {
    const before = (await db.looked.get(conference))?.upTo ?? 0;
    if (upTo > before) await db.looked.put({ key: conference, upTo });
  });
}
