import { expect, test } from "vitest";
import { openSearcher, type SearchAnswer } from "./ask-search";
import type { Query } from "./search-index";

class FakeWorker {
  onmessage: ((event: { data: SearchAnswer }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  readonly received: { query?: Query; sessions?: unknown }[] = [];
  postMessage(message: object): void {
    this.received.push(structuredClone(message));
  }
  answer(): void {
    const query = this.received.findLast((message) => message.query)?.query as Query;
    this.onmessage?.({ data: { words: query.words, ids: [], hits: [] } });
  }
  terminate(): void {
    this.ended = true;
  }
}

const query = (words: string): Query => ({ words, within: null, most: 10 });

function start() {
  const worker = new FakeWorker();
  const answers: string[] = [];
  let failures = 0;
  const searcher = openSearcher(
    () => worker as unknown as Worker,
    (answer) => answers.push(answer.words),
    () => (failures += 1),
  );
  const asked = () => worker.received.flatMap((message) => (message.query ? [message.query.words] : []));
  return { worker, searcher, answers, asked, failures: () => failures };
}

test("a query waits for the sessions", () => {
  const { worker, searcher, asked } = start();
  searcher.ask(query("a"));
  expect(worker.received).toEqual([]);
  searcher.load([]);
  expect(worker.received[0]).toEqual({ sessions: [] });
  expect(asked()).toEqual(["a"]);
});

test("while the worker is at one query, only the newest of the others waits", () => {
  const { worker, searcher, answers, asked } = start();
  searcher.load([]);
  for (const words of ["k", "ka", "kaf", "kafk"]) searcher.ask(query(words));
  expect(asked()).toEqual(["k"]);
  worker.answer();
  expect(asked()).toEqual(["k", "kafk"]);
  worker.answer();
  expect(answers).toEqual(["k", "kafk"]);
  expect(asked()).toHaveLength(2);
});

test("a worker that breaks is ended, and said once", () => {
  const { worker, searcher, asked, failures } = start();
  searcher.load([]);
  worker.onerror?.();
  expect(worker.ended).toBe(true);
  searcher.ask(query("late"));
  expect(asked()).toEqual([]);
  expect(failures()).toBe(1);
});

test("a worker that cannot be had is a failure that is told afterwards", async () => {
  let failed = false;
  const refuse = () => {
    throw new Error("Blocked by a policy");
  };
  openSearcher(
    refuse,
    () => undefined,
    () => {
      failed = true;
    },
  );
  expect(failed).toBe(false);
  await Promise.resolve();
  expect(failed).toBe(true);
});

test("what becomes of a note goes to the worker, behind the sessions", () => {
  const { worker, searcher } = start();
  searcher.load([]);
  searcher.change([["s1", "more"]]);
  expect(worker.received).toEqual([{ sessions: [] }, { notes: [["s1", "more"]] }]);
});
