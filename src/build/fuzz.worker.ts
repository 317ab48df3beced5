import { parentPort, workerData } from "node:worker_threads";
import { parseFeed } from "../feed/parse-feed";
import { drawFrom, mutate } from "./mutate";

/** What a thread of the fuzz does: every `step`th feed from `from` on, before `to`. */
export interface FuzzWork {
  readonly feeds: readonly Uint8Array[];
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  /** One number that all see: the feed that this thread is at. */
  readonly at: Int32Array;
}

/** Says what went wrong with which feed, or that all is done. */
export type FuzzNews =
  | { readonly kind: "failed"; readonly index: number; readonly why: string }
  | { readonly kind: "done"; readonly usable: number; readonly sessions: number };

const { feeds, seed, from, to, step, at }: FuzzWork = workerData;
const tell = (news: FuzzNews) => parentPort?.postMessage(news);

/** Null where the reader kept its promises. */
function whatIsWrong(bytes: Uint8Array, count: (sessions: number) => void): string | null {
  try {
    const result = parseFeed(bytes);
    const report = result.ok ? result.details.report : result.report;
    // What the reader caught of its own mistakes.
    const mistake = report.find(({ reason }) => /^It cannot be read \(/.test(reason));
    if (mistake) return mistake.reason;
    if (!result.ok) return /Error/.test(result.reason) ? result.reason : null;
    const { sessions } = result.conference;
    count(sessions.length);
    if (new Set(sessions.map(({ id }) => id)).size < sessions.length) return "Two sessions have one id.";
    const odd = sessions.find(
      ({ startsAt, endsAt, title, day }) =>
        !(endsAt >= startsAt) || title === "" || !/^\d{4}-\d\d-\d\d$/.test(day),
    );
    return odd ? `A session is out of order: ${JSON.stringify(odd)}` : null;
  } catch (error) {
    return String(error);
  }
}

let usable = 0;
let sessions = 0;
for (let index = from; index < to; index += step) {
  Atomics.store(at, 0, index);
  const bytes = mutate(feeds, drawFrom(Math.imul(seed, 0x9e3779b1) ^ index));
  const why = whatIsWrong(bytes, (found) => {
    usable++;
    sessions += found;
  });
  if (why !== null) tell({ kind: "failed", index, why });
}
tell({ kind: "done", usable, sessions });
