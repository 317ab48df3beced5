import { inEnglish } from "../domain/speech";
import type { FeedResult } from "../feed/parse-feed";
import { confirmFresh, isSaved, noteReader, replaceConference } from "./conferences";
import type { Db } from "./db";
import { type Bytes, digestOf } from "./digest-of";
import type { RefreshOutcome } from "./refresh";
import { replaceRead, replaceWith, type TellPatch } from "./take-in";
import { notTaken } from "./task-messages";

/** What is to be made of a feed's bytes: all of the work in it that grows with the schedule. */
export type FeedTask = ArrivedTask | EmbeddedTask | KeptTask;

/** For a worker: fetch what is to be made something of first, from an absolute address. */
export interface AskedTask extends Pick<ArrivedTask, "key"> {
  readonly is: "asked";
  readonly address: string;
}

interface ArrivedTask {
  /** A server has answered with the bytes. */
  readonly is: "arrived";
  /** The key of its conference. */
  readonly key: string;
  readonly bytes: Bytes;
  /** Undefined where it is not known yet, or cannot be. */
  readonly digest: string | undefined;
  /** When they came; device time, epoch milliseconds. */
  readonly at: number;
}

interface EmbeddedTask extends Omit<ArrivedTask, "is"> {
  /** They came with the app, built at that time; nothing else is saved yet. */
  readonly is: "embedded";
}

interface KeptTask extends Pick<ArrivedTask, "key"> {
  /** They are kept, and another reader has read them. */
  readonly is: "kept";
}

/** What came of it. Nothing is noted of what could not be read or kept: `reason` is a sentence, in English. */
export type TaskOutcome =
  | RefreshOutcome
  | {
      readonly kind: "unread";
      readonly reason: string;
      /** True where no answer came, or not all of it. */
      readonly unreachable?: boolean;
    };

/** Who reads bytes. */
export interface FeedReader {
  readonly parse: (bytes: Uint8Array, signal?: AbortSignal) => Promise<FeedResult>;
  /** Which reader `parse` is: another one than the saved copy's reads its bytes again. */
  readonly reader: string;
  readonly tell?: TellPatch;
}

const UNCHANGED = { kind: "unchanged" } as const;
const STOPPED = { kind: "stopped" } as const;

/** Reads and keeps what a task is about, in whatever tab or worker. Throws where the store fails. */
export function doTask(
  db: Db,
  task: FeedTask,
  reader: FeedReader,
  signal?: AbortSignal,
): Promise<TaskOutcome> {
  switch (task.is) {
    case "arrived":
      return takeIn(db, task, reader, signal);
    case "embedded":
      return takeEmbedded(db, task, reader);
    case "kept":
      return readKept(db, task, reader);
  }
}

async function takeIn(
  db: Db,
  { key, bytes, digest: known, at }: ArrivedTask,
  { parse, reader, tell }: FeedReader,
  signal: AbortSignal | undefined,
): Promise<TaskOutcome> {
  const digest = known ?? (await digestOf(bytes));
  const copy = (await db.freshness.get(key))?.copy;
  // The same bytes are the same schedule to the same reader.
  const isSame = copy?.digest && digest ? copy.digest === digest && copy.reader === reader : null;
  if (isSame ?? (await isKept(db, key, bytes, reader))) {
    const size = bytes.length;
    await confirmFresh(db, key, at, { edition: copy?.edition, reader, size, ...(digest && { digest }) });
    return UNCHANGED;
  }
  const result = await parse(bytes, signal);
  if (signal?.aborted) return STOPPED;
  if (!result.ok) return { kind: "unread", reason: result.reason };
  const { conference, details, cutOff } = result;
  if (cutOff && (await isSaved(db, key)))
    return { kind: "unread", reason: inEnglish("The schedule arrived cut off.") };
  const arrival = { conference, details, bytes, reader, savedAt: at, ...(digest && { digest }) };
  try {
    return await replaceWith(db, key, arrival, at, "gate", tell);
  } catch {
    return { kind: "unread", reason: notTaken() };
  }
}

async function isKept(db: Db, key: string, bytes: Uint8Array, reader: string): Promise<boolean> {
  const kept = await db.bytes.get(key);
  return !!kept && kept.reader === reader && isEqual(kept.bytes, bytes);
}

/** Whatever came from the server meanwhile is newer and stays. */
async function takeEmbedded(
  db: Db,
  { key, bytes, digest: known, at }: EmbeddedTask,
  { parse, reader }: FeedReader,
): Promise<TaskOutcome> {
  const digest = known ?? (await digestOf(bytes));
  const result = await parse(bytes);
  if (!result.ok) return { kind: "unread", reason: result.reason };
  if (await isSaved(db, key)) return UNCHANGED;
  const { conference, details } = result;
  const arrival = { conference, details, bytes, reader, savedAt: at, ...(digest && { digest }) };
  await replaceConference(db, key, { ...arrival, isEmbedded: true });
  return { kind: "replaced", changes: [] };
}

async function readKept(db: Db, { key }: KeptTask, { parse, reader }: FeedReader): Promise<TaskOutcome> {
  const kept = await db.bytes.get(key);
  if (!kept) return UNCHANGED;
  if (kept.reader === reader) {
    await noteReader(db, key, reader); // An earlier version has said it beside the bytes alone.
    return UNCHANGED;
  }
  const result = await parse(kept.bytes);
  if (!result.ok) return { kind: "unread", reason: result.reason };
  await replaceRead(db, key, result, reader);
  return { kind: "replaced", changes: [] };
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
