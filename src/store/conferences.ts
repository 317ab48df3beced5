import type { Conference, ConferenceDetails } from "../domain/conference";
import { type ConferencePatch, patched } from "../domain/conference-patch";
import type { Details } from "../domain/session";
import type { Db, Failure, SavedCopy } from "./db";

/** How an edition comes out of the one before it. */
export interface EditionPatch extends ConferencePatch {
  readonly before: string;
  readonly edition: string;
}

interface Read {
  readonly edition: string;
  readonly conference: Conference;
  /** What was told of the edition that comes after it. */
  readonly next?: EditionPatch;
}

/** What was read last of each store, by conference. */
const reads = new WeakMap<Db, Map<string, Read>>();

function readsOf(db: Db): Map<string, Read> {
  const known = reads.get(db) ?? new Map<string, Read>();
  reads.set(db, known);
  return known;
}

/**
 * Tells a connection how the edition that is about to be written comes out of the one before: whoever has read
 * that need not read all sessions again. Of an edition that never comes nothing is made.
 */
export function expectEdition(db: Db, key: string, next: EditionPatch): void {
  const last = readsOf(db).get(key);
  if (last?.edition === next.before) readsOf(db).set(key, { ...last, next });
}

/** What was read last, or the edition after it where that is the one that was told of; undefined for any other. */
function goOn(last: Read | undefined, edition: string | undefined): Read | undefined {
  if (!last || last.edition === edition) return last;
  const { conference, next } = last;
  if (next?.edition !== edition || next === undefined) return undefined;
  return { edition: next.edition, conference: patched(conference, next) };
}

/** Lets a connection go on from what another one to the same store has read. */
export function goOnFrom(early: Db, db: Db): void {
  reads.set(db, readsOf(early));
}

/**
 * The slim record of a conference: all sessions, no long texts. Undefined before the first feed. The same
 * object while nobody, in whatever tab or worker, has written another: one small row tells.
 */
export async function readConference(db: Db, key: string): Promise<Conference | undefined> {
  const known = readsOf(db);
  if (known.has(key)) {
    // Who watches either row is told of every other copy: both are written with it.
    const edition = (await db.freshness.get(key))?.copy?.edition;
    // Only now: of several that read at once, one may have gone on meanwhile.
    const now = goOn(known.get(key), edition);
    if (now) {
      known.set(key, now);
      return now.conference;
    }
  }
  const row = await db.conferences.get(key);
  if (row?.edition === undefined) {
    // An earlier version of the app, in another tab, names no edition: its records are read each time.
    known.delete(key);
    return row?.conference;
  }
  const { edition, conference } = row;
  // Of two that read at once, both go on with what the first has read.
  const twin = known.get(key);
  if (twin?.edition === edition) return twin.conference;
  known.set(key, { edition, conference });
  return conference;
}

/** True where a copy of a conference is saved. */
export async function isSaved(db: Db, key: string): Promise<boolean> {
  return (await db.conferences.where("key").equals(key).count()) > 0;
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
export interface Arrival extends Omit<SavedCopy, "edition"> {
  readonly conference: Conference;
  readonly details: ConferenceDetails;
  readonly bytes: Uint8Array;
  readonly savedAt: number;
}

/** An edition that no other write has, on any device. */
export function newEdition(): string {
  return crypto.getRandomValues(new Uint32Array(3)).join("-");
}

/**
 * Puts a new state of a conference in place of the old one: all of its rows in one transaction, or none.
 * Whatever was held back is over with it. Gives its edition.
 */
export async function replaceConference(db: Db, key: string, arrival: Arrival): Promise<string> {
  const { conference, details, bytes, savedAt, reader, digest, isEmbedded } = arrival;
  const edition = newEdition();
  const copy: SavedCopy = {
    edition,
    ...(reader !== undefined && { reader }),
    ...(digest !== undefined && { digest }),
    ...(isEmbedded && { isEmbedded }),
    size: bytes.length,
  };
  await db.transaction("rw", [db.conferences, db.details, db.bytes, db.freshness, db.held], async () => {
    await db.conferences.put({ key, conference, edition });
    await db.details.put({ key, details });
    await db.bytes.put({ key, bytes, ...(reader !== undefined && { reader }) });
    await db.freshness.put({ key, savedAt, triedAt: savedAt, failure: null, copy });
    await db.held.delete(key);
  });
  return edition;
}

/** What the server has, as far as `confirmFresh` has to know it. */
interface Confirmed extends Pick<SavedCopy, "reader" | "digest"> {
  /** Octets. */
  readonly size: number;
  /** The edition that was compared with it; undefined for a row of an earlier version. */
  readonly edition: string | undefined;
}

/**
 * Notes that the saved copy equals the server's at `at`: what was held back before is over. A copy that has
 * been replaced since it was compared is left as it is.
 */
export async function confirmFresh(
  db: Db,
  key: string,
  at: number,
  { edition, reader, digest, size }: Confirmed,
): Promise<void> {
  await db.transaction("rw", db.freshness, db.held, db.conferences, async () => {
    const before = await db.freshness.get(key);
    if (before?.copy?.edition !== edition) return;
    const copy: SavedCopy = {
      edition: edition ?? (await nameEdition(db, key)),
      ...(reader !== undefined && { reader }),
      ...(digest !== undefined && { digest }),
      size,
    };
    await db.freshness.put({ key, savedAt: at, triedAt: at, failure: null, copy });
    if (before?.held || edition === undefined) await db.held.delete(key);
  });
}

/** The edition of a slim record; one that an earlier version wrote gets its own here, once. */
async function nameEdition(db: Db, key: string): Promise<string> {
  const row = await db.conferences.get(key);
  const edition = row?.edition ?? newEdition();
  if (row && row.edition === undefined) await db.conferences.put({ ...row, edition });
  return edition;
}

/** Notes which reader the saved copy is as good as read by: of the bytes that are kept it makes no other. */
export async function noteReader(db: Db, key: string, reader: string): Promise<void> {
  await db.transaction("rw", db.freshness, db.conferences, db.bytes, async () => {
    const before = await db.freshness.get(key);
    if (!before) return;
    const said = before.copy ?? (await db.bytes.get(key));
    const edition = before.copy?.edition ?? (await nameEdition(db, key));
    const copy: SavedCopy = { edition, reader, ...(said?.isEmbedded && { isEmbedded: true }) };
    await db.freshness.put({ ...before, copy });
  });
}

/** Notes a try that brought nothing. The copy, and the time it was saved, stay as they were. */
export async function noteFailure(db: Db, key: string, at: number, failure: Failure): Promise<void> {
  await db.transaction("rw", db.freshness, async () => {
    const before = await db.freshness.get(key);
    await db.freshness.put({ savedAt: null, ...before, key, triedAt: at, failure });
  });
}
