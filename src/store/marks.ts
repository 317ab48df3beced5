import type { OwnEntry } from "../domain/own-entry";
import type { Pass } from "../domain/pass";
import type { Star } from "../domain/star";
import type { Db } from "./db";

/** What the attendee has said of some sessions. */
export interface Marks {
  readonly stars: readonly Star[];
  readonly passes: readonly Pass[];
  /** An own entry is its own mark: taken away, it is deleted. */
  readonly entries: readonly OwnEntry[];
}

/**
 * Sets what is said of these sessions to `marks`, all of it or nothing, and hands back what was said before:
 * with that it undoes itself. A session that `marks` does not name is neither starred nor passed over then, and gone where
 * it is an own entry.
 */
export async function setMarks(
  db: Db,
  conference: string,
  sessionIds: readonly string[],
  marks: Marks,
): Promise<Marks> {
  const keys = sessionIds.map((id): [string, string] => [conference, id]);
  return db.transaction("rw", db.stars, db.passes, db.entries, async () => {
    const stars = await db.stars.bulkGet(keys);
    const passes = await db.passes.bulkGet(keys);
    const entries = await db.entries.bulkGet(keys);
    await db.stars.bulkDelete(keys);
    await db.passes.bulkDelete(keys);
    await db.entries.bulkDelete(keys);
    await db.stars.bulkPut(marks.stars.map((star) => ({ ...star, conference })));
    await db.passes.bulkPut(marks.passes.map((pass) => ({ ...pass, conference })));
    await db.entries.bulkPut(marks.entries.map((entry) => ({ ...entry, conference })));
    return {
      stars: stars.filter((star) => star !== undefined),
      passes: passes.filter((pass) => pass !== undefined),
      entries: entries.filter((entry) => entry !== undefined),
    };
  });
}
