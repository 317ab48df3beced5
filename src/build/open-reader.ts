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
  let answer: (result: FeedResult) => void = () => {};
  const open = () => {
    const opened = new Worker(script, {
      eval: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const lose = (reason: string) => {
      if (worker !== opened) return;
      worker = null;
      void opened.terminate();
      answer(refused(reason));
    };
    opened.on("message", (result: ReadAnswer) => answer(result));
    opened.on("error", (error) =>
      lose(`This calendar cannot be read: its reader failed (${String(error)}).`),
    );
    opened.on("exit", () => lose("This calendar cannot be read: its reader ended."));
    return { opened, lose };
  };
  let lose: (reason: string) => void = () => {};
  return {
    close: async () => {
      const last = worker;
      worker = null;
      await last?.terminate();
    },
    read: (bytes, options) =>
      new Promise((resolve) => {
        if (worker === null) ({ opened: worker, lose } = open());
        const timer = setTimeout(
          () => lose(`Reading this calendar took longer than ${deadline / 1_000} seconds.`),
          deadline,
        );
        answer = (result) => {
          clearTimeout(timer);
          resolve(result);
        };
        const request: ReadRequest = { bytes, options };
        worker.postMessage(request);
      }),
  };
}
