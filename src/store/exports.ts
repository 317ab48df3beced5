import type { Told } from "../domain/calendar-drift";
import type { Session } from "../domain/session";
import type { Db } from "./db";
import { readSources } from "./sources";

/** A session as it goes into a calendar file. */
export interface Exported {
  readonly sessionId: string;
  readonly sequence: number;
  /** Null for one that is taken out because its star was: the calendar has nothing of it to be kept in step. */
  readonly told: Told | null;
  /** The UID that it has in the file, where that is not its id. */
  readonly uid?: string;
}

/** What the attendee's calendar was last told, session by session. */
export async function readTold(db: Db, conference: string): Promise<readonly Told[]> {
  const rows = await db.exports.where({ conference }).toArray();
  // The first version of this app remembered no more than the sequence.
  return rows.flatMap(({ told }) => told ?? []);
}

/** The UIDs by which the attendee's calendar knows sessions that have another id by now. */
export async function readUids(db: Db, conference: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.exports.where({ conference }).toArray();
  return new Map(rows.flatMap(({ sessionId, uid }) => (uid === undefined ? [] : [[sessionId, uid]])));
}

/**
 * The UIDs under which the attendee's calendar knows sessions of past editions of a conference. A new one that came
 * under such a UID would take the place of last year's entry there.
 */
export async function readPastUids(db: Db, conference: string): Promise<ReadonlySet<string>> {
  const past = (await readSources(db)).filter(({ edition }) => edition?.of === conference);
  const rows = await Promise.all(past.map(({ key }) => db.exports.where({ conference: key }).toArray()));
  return new Set(rows.flat().map(({ sessionId, uid }) => uid ?? sessionId));
}

/**
 * The SEQUENCE (RFC 5545, 3.8.7.4) for each session in the next calendar file: at least the feed's, and
 * higher than in any file written before, so that a calendar takes the new file for an update.
 */
export async function nextSequences(
  db: Db,
  conference: string,
  sessions: readonly Pick<Session, "id" | "sequence">[],
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

/**
 * Remembers what stands in a file that has been handed over. What was once added by itself stays so, whatever
 * becomes of its star; of what was taken out because its star was, only the sequence is kept.
 */
export async function rememberExport(
  db: Db,
  conference: string,
  exported: readonly Exported[],
): Promise<void> {
  await db.transaction("rw", db.exports, async () => {
    const before = await db.exports.bulkGet(exported.map(({ sessionId }) => [conference, sessionId]));
    await db.exports.bulkPut(
      exported.map(({ sessionId, told, sequence, uid: written }, index) => {
        const withAgenda = told?.withAgenda === true && before[index]?.told?.withAgenda !== false;
        const uid = before[index]?.uid ?? written;
        return {
          conference,
          sessionId,
          sequence,
          ...(uid && { uid }),
          ...(told && { told: { ...told, withAgenda } }),
        };
      }),
    );
  });
}
