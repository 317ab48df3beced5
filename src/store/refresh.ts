import type { Conference, ConferenceDetails } from "../domain/conference";
import { inEnglish } from "../domain/speech";
import type { FetchedFeed } from "../feed/fetch-feed";
import type { FeedResult } from "../feed/parse-feed";
import { deviceNow } from "./clock";
import { confirmFresh, noteFailure, readConference, readDetails, replaceConference } from "./conferences";
import type { Db } from "./db";

/** Where a refresh gets its bytes and who reads them: the network, a worker, or a test. */
export interface RefreshDoors {
  readonly fetch: () => Promise<FetchedFeed>;
  readonly parse: (bytes: Uint8Array) => Promise<FeedResult>;
}

export type RefreshOutcome =
  | { readonly kind: "unchanged" | "replaced" }
  /** Nothing better came: what was there (perhaps nothing) is still there. */
  | { readonly kind: "kept"; readonly reason: string };

/**
 * Fetches the feed, reads it, and puts it in place of the saved copy where any field differs. A feed
 * that cannot be had or used changes nothing but the note of why. Never throws for a bad feed; the
 * attendee's rows are not opened at all.
 */
export async function refresh(db: Db, key: string, doors: RefreshDoors): Promise<RefreshOutcome> {
  const fetched = await doors.fetch();
  if (!fetched.ok) return keep(db, key, fetched.reason, fetched.unreachable);
  return takeIn(db, key, fetched.bytes, deviceNow(), doors.parse);
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
  parse: RefreshDoors["parse"],
): Promise<void> {
  const result = await parse(bytes);
  if (!result.ok || (await readConference(db, key))) return;
  const { conference, details } = result;
  await replaceConference(db, key, { conference, details, bytes, savedAt: builtAt });
}

/** Reads bytes that arrived at `savedAt` (device time) and keeps what they hold, as `refresh` does. */
async function takeIn(
  db: Db,
  key: string,
  bytes: Uint8Array,
  savedAt: number,
  parse: RefreshDoors["parse"],
): Promise<RefreshOutcome> {
  const result = await parse(bytes);
  if (!result.ok) return keep(db, key, result.reason, false);
  const { conference, details, cutOff } = result;
  const saved = await readConference(db, key);
  if (saved && cutOff) return keep(db, key, inEnglish("The schedule arrived cut off."), false);
  if (saved && (await equalsSaved(db, key, saved, conference, details))) {
    await confirmFresh(db, key, savedAt);
    return { kind: "unchanged" };
  }
  try {
    await replaceConference(db, key, { conference, details, bytes, savedAt });
  } catch {
    return keep(db, key, inEnglish("This device did not take the new schedule; it may be full."), false);
  }
  return { kind: "replaced" };
}

async function keep(db: Db, key: string, reason: string, unreachable: boolean): Promise<RefreshOutcome> {
  await noteFailure(db, key, deviceNow(), { reason, unreachable });
  return { kind: "kept", reason };
}

/** Compares fields, not bytes: DTSTAMP differs in every answer of a calendar server. */
async function equalsSaved(
  db: Db,
  key: string,
  saved: Conference,
  conference: Conference,
  details: ConferenceDetails,
): Promise<boolean> {
  if (JSON.stringify(saved) !== JSON.stringify(conference)) return false;
  return JSON.stringify(await readDetails(db, key)) === JSON.stringify(details);
}
