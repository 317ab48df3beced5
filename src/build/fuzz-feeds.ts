import { Worker } from "node:worker_threads";
import { bundleWorker } from "./bundle-worker";
import type { FuzzNews, FuzzWork } from "./fuzz.worker";

/** What came of the mutated feeds. Crashes, hangs and what took too much memory are named by their number. */
export interface FuzzTally {
  readonly failed: readonly { readonly index: number; readonly why: string }[];
  /** Feeds that could be used, broken as they were, and the sessions in them. */
  readonly usable: number;
  readonly sessions: number;
}

export interface FuzzPlan {
  readonly feeds: readonly Uint8Array[];
  readonly seed: number;
  /** The first feed's number, and how many there are. */
  readonly from: number;
  readonly count: number;
  readonly threads: number;
  /** Milliseconds of a processor's time for one feed; of the wall's clock, ten times as many. */
  readonly deadline: number;
}

/** What a thread may hold: a feed of 400 kB is read within it many times over. */
const MOST_MEMORY_MB = 192;

/** Reads mutated feeds in threads of their own, watched from outside: one that stands still is ended. */
export async function fuzzFeeds(plan: FuzzPlan, on: FuzzListener): Promise<FuzzTally> {
  const code = await bundleWorker("fuzz");
  const at = Array.from({ length: plan.threads }, () => new Int32Array(new SharedArrayBuffer(4)));
  const progress = setInterval(() => {
    on.progress(Math.min(...at.map((place) => Atomics.load(place, 0))) - plan.from);
  }, 10_000);
  const tallies = await Promise.all(
    at.map((place, thread) => runThread(plan, on, { code, at: place, first: plan.from + thread })),
  );
  clearInterval(progress);
  return {
    failed: tallies.flatMap(({ failed }) => failed).sort((a, b) => a.index - b.index),
    usable: tallies.reduce((sum, { usable }) => sum + usable, 0),
    sessions: tallies.reduce((sum, { sessions }) => sum + sessions, 0),
  };
}

/** One thread's share, going on behind each feed that ended it. */
async function runThread(plan: FuzzPlan, on: FuzzListener, { code, at, first }: Thread): Promise<FuzzTally> {
  const failed: { index: number; why: string }[] = [];
  const fail = (index: number, why: string) => {
    failed.push({ index, why });
    on.failure(index, why);
  };
  let [usable, sessions] = [0, 0];
  const to = plan.from + plan.count;
  for (let from = first; from < to; ) {
    Atomics.store(at, 0, from);
    const work: FuzzWork = { feeds: plan.feeds, seed: plan.seed, from, to, step: plan.threads, at };
    const end = await watch(new Worker(code, { eval: true, workerData: work, resourceLimits: LIMITS }), {
      at,
      deadline: plan.deadline,
      threads: plan.threads,
      hear: fail,
    });
    if (end.kind === "done") {
      usable += end.usable;
      sessions += end.sessions;
      break;
    }
    const index = Atomics.load(at, 0);
    fail(index, end.why);
    from = index + plan.threads;
  }
  return { failed, usable, sessions };
}

const LIMITS = { maxOldGenerationSizeMb: MOST_MEMORY_MB };

interface Thread {
  readonly code: string;
  readonly at: Int32Array;
  readonly first: number;
}

/** Told as it goes; feeds by their number. */
export interface FuzzListener {
  readonly progress: (done: number) => void;
  readonly failure: (index: number, why: string) => void;
}

interface Watch {
  readonly threads: number;
  readonly at: Int32Array;
  readonly deadline: number;
  readonly hear: (index: number, why: string) => void;
}

const time = () => ({ cpu: process.cpuUsage(), wall: performance.now() });

/** On a busy machine a thread may wait longer than it works: a share of the processor's time is what counts. */
function hasPassed(since: ReturnType<typeof time>, deadline: number, threads: number): boolean {
  const { user, system } = process.cpuUsage(since.cpu);
  return (user + system) / 1_000 / threads > deadline || performance.now() - since.wall > 10 * deadline;
}

type End = Extract<FuzzNews, { kind: "done" }> | { readonly kind: "lost"; readonly why: string };

function watch(worker: Worker, { at, deadline, threads, hear }: Watch): Promise<End> {
  return new Promise((resolve) => {
    let seen = -1;
    let since = time();
    let isOver = false;
    const finish = (end: End) => {
      clearInterval(timer);
      if (isOver) return;
      isOver = true;
      void worker.terminate().then(() => resolve(end));
    };
    const timer = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== seen) [seen, since] = [now, time()];
      else if (hasPassed(since, deadline, threads)) {
        finish({ kind: "lost", why: `It took longer than ${deadline / 1_000} seconds.` });
      }
    }, 100);
    worker.on("message", (news: FuzzNews) => {
      if (news.kind === "failed") hear(news.index, news.why);
      else finish(news);
    });
    worker.on("error", (error) => finish({ kind: "lost", why: String(error) }));
    worker.on("exit", () => finish({ kind: "lost", why: "Its thread ended." }));
  });
}
