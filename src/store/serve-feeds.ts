import { fetchFeed } from "../feed/fetch-feed";
import { parseFeed } from "../feed/parse-feed";
import type { ParseRequest } from "../feed/parse-in-worker";
import { deviceNow } from "./clock";
import type { EditionPatch } from "./conferences";
import type { Db } from "./db";
import { type AskedTask, doTask, type FeedTask, type TaskOutcome } from "./feed-task";
import { KEEP, type TaskMessage, type TaskRequest } from "./task-messages";

/** The worker's side of its channel to the page. */
interface Port {
  onmessage: ((event: MessageEvent) => void) | null;
  readonly postMessage: (message: unknown) => void;
}

/** Does what pages ask of a worker: reads a feed, or does a task on the attendee's store, which `open` opens. */
export function serveFeeds(port: Port, open: (base: string) => Db): void {
  let keep: (() => void) | undefined;
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  const tell = (message: TaskMessage) => port.postMessage(message);

  const work = async ({ base, task: asked, reader, options }: TaskRequest) => {
    const db = guarded(open(base));
    const parse = async (bytes: Uint8Array) => {
      // Who deletes the store, or has to upgrade it, shall not wait for the reading.
      db.close({ disableAutoOpen: false });
      const result = parseFeed(bytes, options);
      tell({ is: "read" });
      await kept;
      return result;
    };
    try {
      const told = (patch: EditionPatch) => tell({ is: "told", patch });
      const task = asked.is === "asked" ? await fetched(asked) : asked;
      const outcome = "is" in task ? await doTask(db, task, { parse, reader, tell: told }) : task;
      tell({ is: "done", outcome });
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      tell({ is: "failed", name, message });
    } finally {
      db.close();
    }
  };
  port.onmessage = ({ data }: MessageEvent<ParseRequest | TaskRequest | typeof KEEP>) => {
    if (data === KEEP) keep?.();
    else if ("task" in data) void work(data);
    else port.postMessage(parseFeed(data.bytes, data.options));
  };
}

/** What is to be done with a feed once it is fetched; where it cannot be had, why. */
async function fetched({ key, address }: AskedTask): Promise<FeedTask | TaskOutcome> {
  const answer = await fetchFeed(address);
  if (answer.ok) return { is: "arrived", key, bytes: answer.bytes, digest: undefined, at: deviceNow() };
  const { reason, unreachable } = answer;
  return { kind: "unread", reason, unreachable };
}

/** The store is the page's: a worker gives way to whoever deletes or upgrades it, and never makes one. */
function guarded(db: Db): Db {
  db.on("versionchange", () => {
    db.close({ disableAutoOpen: true });
    return false; // Else Dexie's own answer would let the next read open the database again.
  });
  db.on("populate", () => {
    throw new Error("The store is gone.");
  });
  return db;
}
