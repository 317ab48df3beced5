import { Worker } from "node:worker_threads";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import { bundleWorker } from "./bundle-worker";
import type { ReadAnswer, ReadRequest } from "./reader.worker";

/** Reads feeds one after another in a thread of its own, so that none can hold up or end the program. */
export interface Reader {
  /** Never rejects: a feed that takes too long, or too much memory, is a refusal with a sentence. */
  readonly read: (bytes: Uint8Array, options: ParseOptions) => Promise<FeedResult>;
  readonly close: () => Promise<void>;
}

const MOST_MEMORY_MB = 512;

const refused = (reason: string): FeedResult => ({ ok: false, reason, report: [] });

/** `deadline` in milliseconds for each feed, 5,000 where nothing is said. `code` is the worker's, for tests. */
export async function openReader(deadline = 5_000, code?: string): Promise<Reader> {
  const script = code ?? (await bundleWorker("reader"));
  let worker: Worker | null = null;
  const open = () =>
    new Worker(script, { eval: true, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  const end = async () => {
    await worker?.terminate();
    worker = null;
  };
  return {
    close: end,
    read: (bytes, options) =>
      new Promise((resolve) => {
        worker ??= open();
        const reading = worker;
        const finish = (result: FeedResult, isLost = true) => {
          clearTimeout(timer);
          reading.removeAllListeners();
          // An error that comes later must not end the program.
          reading.on("error", () => {});
          if (isLost) void end().then(() => resolve(result));
          else resolve(result);
        };
        const timer = setTimeout(
          () => finish(refused(`Reading this calendar took longer than ${deadline / 1_000} seconds.`)),
          deadline,
        );
        reading.once("message", (answer: ReadAnswer) => finish(answer, false));
        reading.once("error", (error) =>
          finish(refused(`This calendar cannot be read: its reader failed (${String(error)}).`)),
        );
        reading.once("exit", () => finish(refused("This calendar cannot be read: its reader ended.")));
        const request: ReadRequest = { bytes, options };
        reading.postMessage(request);
      }),
  };
}
