import type { Conference, ConferenceDetails } from "../domain/conference";
import type { Details } from "../domain/session";
import type { Db, Failure } from "./db";

/** The slim record of a conference: all sessions, no long texts. Undefined before the first feed. */
export async function readConference(db: Db, key: string): Promise<Conference | undefined> {
  return (await db.conferences.get(key))?.conference;
}

/** The long texts of a conference, and what its feed had wrong. */
export async function readDetails(db: Db, key: string): Promise<ConferenceDetails | undefined> {
  return (await db.details.get(key))?.details;
}

/** The long texts of one session, also of a starred one that is gone; undefined where there are none. */
export async function readSessionDetails(
  db: Db,
  key: string,
  sessionId: string,
): Promise<Details | undefined> {
  const details = await readDetails(db, key);
  return details?.sessions[sessionId] ?? details?.gone?.[sessionId];
}

/** A feed that was read, and when its bytes came (device time, epoch milliseconds). */
export interface Arrival {
  readonly conference: Conference;
  readonly details: ConferenceDetails;
  readonly bytes: Uint8Array;
  readonly savedAt: number;
  /** Which reader has read it; where that is not said it is read again. */
  readonly reader?: string;
  /** It came with the app. */
  readonly isEmbedded?: true;
}

/**
 * Puts a new state of a conference in place of the old one: all of its rows in one transaction, or none.
 * Whatever was held back is over with it.
 */
export async function replaceConference(db: Db, key: string, arrival: Arrival): Promise<void> {
  const { conference, details, bytes, savedAt, reader, isEmbedded } = arrival;
  await db.transaction("rw", [db.conferences, db.details, db.bytes, db.freshness, db.held], async () => {
    await db.conferences.put({ key, conference });
    await db.details.put({ key, details });
    await db.bytes.put({ key, bytes, ...(reader && { reader }), ...(isEmbedded && { isEmbedded }) });
    await db.freshness.put({ key, savedAt, triedAt: savedAt, failure: null });
    await db.held.delete(key);
  });
}

/** Notes that the saved copy equals the server's at `at`: what was held back before is over. */
export async function confirmFresh(db: Db, key: string, at: number): Promise<void> {
  await db.transaction("rw", db.freshness, db.held, async () => {
    await db.freshness.put({ key, savedAt: at, triedAt: at, failure: null });
    await db.held.delete(key);
  });
}

/** Notes a try that brought nothing. The copy, and the time it was saved, stay as they were. */
export async function noteFailure(db: Db, key: string, at: number, failure: Failure): Promise<void> {
  await db.transaction("rw", db.freshness, async () => {
    const savedAt = (await db.freshness.get(key))?.savedAt ?? null;
    await db.freshness.put({ key, savedAt, triedAt: at, failure });
  });
}
