import type { Session } from "../domain/session";
import type { Db } from "./db";

/**
 * The SEQUENCE (RFC 5545, 3.8.7.4) for each session in the next calendar file: at least the feed's, and
 * higher than in any file written before, so that a calendar takes the new file for an update.
 */
export async function nextSequences(
  db: Db,
  conference: string,
  sessions: readonly Session[],
): Promise<ReadonlyMap<string, number>> {
  const written = await db.exports.where({ conference }).toArray();
  const last = new Map(written.map(({ sessionId, sequence }) => [sessionId, sequence]));
  return new Map(
    sessions.map(({ id, sequence }) => [
      id,
      Math.max(sequence, (last.get(id) ?? Number.NEGATIVE_INFINITY) + 1),
    ]),
  );
}

/** Remembers the sequences of a file that has been handed over. */
export async function rememberExport(
  db: Db,
  conference: string,
  sequences: ReadonlyMap<string, number>,
): Promise<void> {
  await db.exports.bulkPut(
    [...sequences].map(([sessionId, sequence]) => ({ conference, sessionId, sequence })),
  );
}
