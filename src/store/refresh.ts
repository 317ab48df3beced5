import type { Change } from "../domain/change";
import { inEnglish } from "../domain/speech";
import type { FetchedFeed } from "../feed/fetch-feed";
import type { FeedResult } from "../feed/parse-feed";
import { deviceNow } from "./clock";
import { confirmFresh, noteFailure, readConference, replaceConference } from "./conferences";
import type { Db } from "./db";
import { replaceRead, replaceWith } from "./take-in";

/** Where a refresh gets its bytes and who reads them: the network, a worker, or a test. */
export interface RefreshDoors {
  readonly fetch: (signal?: AbortSignal) => Promise<FetchedFeed>;
  readonly parse: (bytes: Uint8Array, signal?: AbortSignal) => Promise<FeedResult>;
  /** Which reader `parse` is: another one than the saved copy's reads its bytes again. */
  readonly reader: string;
}

export type RefreshOutcome =
  | { readonly kind: "unchanged" }
  | { readonly kind: "replaced"; readonly changes: readonly Change[] }
  /** Nothing better came: what was there (perhaps nothing) is still there. */
  | { readonly kind: "kept"; readonly reason: string }
  /** Somebody did not want to wait any longer. Nothing is noted of it. */
  | { readonly kind: "stopped" };

/**
 * Fetches the feed, reads it, and puts it in place of the saved copy where any field differs. A feed that
 * cannot be had or used, or that is held back because most of the schedule is not in it, changes nothing but
 * the note of why. Never throws for a bad feed. Of the attendee's rows none is lost; those of a session that
 * was made again under another id follow it.
 */
export async function refresh(
  db: Db,
  key: string,
  doors: RefreshDoors,
  signal?: AbortSignal,
): Promise<RefreshOutcome> {
  const fetched = await doors.fetch(signal);
  if (signal?.aborted) return { kind: "stopped" };
  if (!fetched.ok) return keep(db, key, fetched.reason, fetched.unreachable);
  return takeIn(db, key, fetched.bytes, deviceNow(), doors, signal);
}

/**
 * Reads the feed that came with the app, built in at `builtAt` (device time), where nothing is saved yet.
 * Whatever came from the server meanwhile is newer and stays.
 */
export async function takeInFirst(
  db: Db,
  key: string,
  bytes: Uint8Array,
  builtAt: number,
  { parse, reader }: Pick<RefreshDoors, "parse" | "reader">,
): Promise<void> {
  const result = await parse(bytes);
  if (!result.ok || (await readConference(db, key))) return;
  const { conference, details } = result;
  const arrival = { conference, details, bytes, reader, savedAt: builtAt };
  await replaceConference(db, key, { ...arrival, isEmbedded: true });
}

/**
 * Where another reader has read the saved copy, its kept bytes are read again, network or not: a better
 * reader reaches what is saved. One that cannot read them leaves what the one of before had made of them.
 */
export async function readAgain(
  db: Db,
  key: string,
  { parse, reader }: Pick<RefreshDoors, "parse" | "reader">,
): Promise<void> {
  const kept = await db.bytes.get(key);
  if (!kept || kept.reader === reader) return;
  const result = await parse(kept.bytes);
  if (result.ok) await replaceRead(db, key, result, reader);
  else await db.bytes.update(key, { reader });
}

/** Reads bytes that arrived at `savedAt` (device time) and keeps what they hold, as `refresh` does. */
async function takeIn(
  db: Db,
  key: string,
  bytes: Uint8Array,
  savedAt: number,
  { parse, reader }: RefreshDoors,
  signal: AbortSignal | undefined,
): Promise<RefreshOutcome> {
  // The same bytes are the same schedule to the same reader.
  const kept = await db.bytes.get(key);
  if (kept && kept.reader === reader && isEqual(kept.bytes, bytes) && !kept.isEmbedded) {
    await confirmFresh(db, key, savedAt);
    return { kind: "unchanged" };
  }
  const result = await parse(bytes, signal);
  if (signal?.aborted) return { kind: "stopped" };
  if (!result.ok) return keep(db, key, result.reason, false);
  const { conference, details, cutOff } = result;
  if (cutOff && (await readConference(db, key)))
    return keep(db, key, inEnglish("The schedule arrived cut off."), false);
  try {
    return await replaceWith(db, key, { conference, details, bytes, reader, savedAt }, deviceNow());
  } catch {
    return keep(db, key, inEnglish("This device did not take the new schedule; it may be full."), false);
  }
}

async function keep(db: Db, key: string, reason: string, unreachable: boolean): Promise<RefreshOutcome> {
  await noteFailure(db, key, deviceNow(), { reason, unreachable });
  return { kind: "kept", reason };
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
