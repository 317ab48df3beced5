import { inEnglish } from "../domain/speech";
import type { FeedResult, ParseOptions } from "./parse-feed";

const refused = (reason: string): FeedResult => ({ ok: false, reason, report: [] });

/**
 * `parseFeed` in a worker of its own, so that no feed can hold up the page: after `deadline` milliseconds, or
 * when the worker fails, the answer is `ok: false` with a sentence. The worker is ended in every case, and
 * the bytes stay the caller's. `openWorker` starts `feed.worker.ts` (the page knows its trusted address);
 * `signal` ends it sooner.
 */
export function parseInWorker(
  openWorker: () => Worker,
  bytes: Uint8Array,
  options: ParseOptions = {},
  deadline = 10_000,
  signal?: AbortSignal,
): Promise<FeedResult> {
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const finish = (result: FeedResult) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stopped);
      worker?.terminate();
      resolve(result);
    };
    const fail = () => finish(refused(inEnglish("This calendar cannot be read: its reader failed.")));
    const stopped = () => finish(refused(inEnglish("The request was stopped.")));
    signal?.addEventListener("abort", stopped);
    const seconds = String(Math.ceil(deadline / 1_000));
    const timer = setTimeout(
      () =>
        finish(refused(inEnglish("Reading this calendar took longer than {seconds} seconds.", { seconds }))),
      deadline,
    );
    try {
      worker = openWorker();
      worker.onmessage = ({ data }: MessageEvent<FeedResult>) => finish(data);
      worker.onerror = fail;
      worker.onmessageerror = fail;
      worker.postMessage({ bytes, options });
    } catch {
      fail();
    }
  });
}
