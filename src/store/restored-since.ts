import type { Since } from "../domain/since";
import type { Db } from "./db";

/** The setting that says when a backup was last brought back. */
export const RESTORED = "restored";

/** When a backup was last brought back here; null where none ever was. */
export async function readRestoredSince(db: Db): Promise<Since | null> {
  const row = await db.settings.get(RESTORED);
  return (row?.value as Since | undefined) ?? null;
}
