import type { Change } from "../domain/change";
import type { FetchedFeed } from "../feed/fetch-feed";
import { deviceNow } from "./clock";
import { confirmFresh, isSaved, noteFailure, noteReader } from "./conferences";
import type { Db } from "./db";
import { type Bytes, digestOf } from "./digest-of";
import type { AskedTask, FeedReader, FeedTask, TaskOutcome } from "./feed-task";

/** Octets. */
const LARGE = 1_000_000;

/** Who reads bytes and keeps what they hold. */
export interface TaskDoors extends FeedReader {
  /** Does a task in a worker of its own, to which the task's bytes go; absent where the page itself has to. */
  readonly elsewhere?: (db: Db, task: FeedTask | AskedTask, signal?: AbortSignal) => Promise<TaskOutcome>;
}

/** Where a refresh gets its bytes, and who reads them: the network, a worker, or a test. */
export interface RefreshDoors extends TaskDoors {
  readonly fetch: (signal?: AbortSignal) => Promise<FetchedFeed>;
  /** The absolute address from which a worker fetches the same; where it is not said the page does. */
  readonly address?: string;
}

export type RefreshOutcome =
  | { readonly kind: "unchanged" }
  | { readonly kind: "replaced"; readonly changes: readonly Change[] }
  /** Nothing better came: what was there (perhaps nothing) is still there. */
  | { readonly kind: "kept"; readonly reason: string }
  /** Somebody did not want to wait any longer. Nothing is noted of it. */
  | { readonly kind: "stopped" };

/**
 * Fetches the feed, reads it, and puts it in place of the saved copy where any field differs. The bytes that
 * came last time are told by their digest: no more than a small row is read and written then. What was large
 * last time the worker fetches, too: the page never has those bytes. A feed that
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
  const { reader, elsewhere, address } = doors;
  const known = (await db.freshness.get(key))?.copy?.size ?? 0;
  if (elsewhere && address !== undefined && known > LARGE) {
    return noted(db, key, await elsewhere(db, { is: "asked", key, address }, signal));
  }
  const fetched = await doors.fetch(signal);
  if (signal?.aborted) return { kind: "stopped" };
  if (!fetched.ok) return keep(db, key, fetched.reason, fetched.unreachable);
  const { bytes } = fetched;
  const at = deviceNow();
  const digest = await digestHere(bytes, doors);
  const copy = (await db.freshness.get(key))?.copy;
  if (digest !== undefined && copy?.digest === digest && copy.reader === reader) {
    await confirmFresh(db, key, at, { edition: copy.edition, reader, digest, size: bytes.length });
    return { kind: "unchanged" };
  }
  return noted(db, key, await carryOut(db, { is: "arrived", key, bytes, digest, at }, doors, signal));
}

async function noted(db: Db, key: string, outcome: TaskOutcome): Promise<RefreshOutcome> {
  if (outcome.kind !== "unread") return outcome;
  return keep(db, key, outcome.reason, outcome.unreachable ?? false);
}

/**
 * Reads the feed that came with the app, built in at `builtAt` (device time), where nothing is saved yet.
 * Whatever came from the server meanwhile is newer and stays.
 */
export async function takeInFirst(
  db: Db,
  key: string,
  bytes: Bytes,
  builtAt: number,
  doors: TaskDoors,
): Promise<void> {
  if (await isSaved(db, key)) return;
  const digest = await digestHere(bytes, doors);
  await carryOut(db, { is: "embedded", key, bytes, digest, at: builtAt }, doors);
}

/**
 * Where another reader has read the saved copy, its kept bytes are read again, network or not: a better
 * reader reaches what is saved. One that cannot read them leaves what the one of before had made of them.
 */
export async function readAgain(db: Db, key: string, doors: TaskDoors): Promise<void> {
  const freshness = await db.freshness.get(key);
  if (!freshness || freshness.savedAt === null || freshness.copy?.reader === doors.reader) return;
  const { kind } = await carryOut(db, { is: "kept", key }, doors);
  if (kind === "unread") await noteReader(db, key, doors.reader);
}

/** Of a large feed the digest is left to the worker that reads it: it would hold a phone up. */
async function digestHere(bytes: Bytes, { elsewhere }: TaskDoors): Promise<string | undefined> {
  return elsewhere && bytes.length > LARGE ? undefined : digestOf(bytes);
}

async function carryOut(
  db: Db,
  task: FeedTask,
  doors: TaskDoors,
  signal?: AbortSignal,
): Promise<TaskOutcome> {
  if (doors.elsewhere) return doors.elsewhere(db, task, signal);
  const { doTask } = await import("./feed-task"); // As a rule a worker does it.
  return doTask(db, task, doors, signal);
}

async function keep(db: Db, key: string, reason: string, unreachable: boolean): Promise<RefreshOutcome> {
  await noteFailure(db, key, deviceNow(), { reason, unreachable });
  return { kind: "kept", reason };
}
