import type { Db } from "./db";

/** When a refresh last brought something else of a conference (device time, epoch milliseconds); null where none has. */
export async function lastChangeAt(db: Db, conference: string): Promise<number | null> {
  const last = await db.changes.where({ conference }).last();
  return last?.noticedAt ?? null;
}
