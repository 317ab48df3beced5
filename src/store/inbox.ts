import type { Db, Shared } from "./db";

/** Keeps what another app has shared until a page looks at it. */
export async function putIntoInbox(db: Db, shared: readonly Omit<Shared, "id">[]): Promise<void> {
  await db.inbox.bulkAdd(shared);
}

/** What has been shared and not been looked at, the oldest first. */
export async function readInbox(db: Db): Promise<readonly Shared[]> {
  return db.inbox.orderBy("id").toArray();
}

/** Forgets what has been looked at. */
export async function takeFromInbox(db: Db, id: number): Promise<void> {
  await db.inbox.delete(id);
}
