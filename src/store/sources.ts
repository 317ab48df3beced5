import type { Db, Source } from "./db";

/** The conferences that the attendee has brought in, the oldest first; the site's own is not among them. */
export async function readSources(db: Db): Promise<readonly Source[]> {
  return (await db.sources.toArray()).sort((a, b) => a.addedAt - b.addedAt);
}

/** Where one of them came from; undefined where it is not kept, and for the site's own. */
export async function readSource(db: Db, key: string): Promise<Source | undefined> {
  return db.sources.get(key);
}
