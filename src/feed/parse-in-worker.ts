import { inOwnWorker } from "./in-own-worker";
import type { FeedResult, ParseOptions } from "./parse-feed";

/** What the worker is asked; the answer is one `FeedResult`. */
export interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly options: ParseOptions;
}

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
  return inOwnWorker<FeedResult>(openWorker, {
    request: { bytes, options } satisfies ParseRequest,
    deadline,
    signal,
    refused: (reason) => ({ ok: false, reason, report: [] }),
    hear: (result, { finish }) => finish(result as FeedResult),
  });
}
