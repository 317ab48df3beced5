import { expect, test } from "vitest";
import type { FeedResult } from "./parse-feed";
import { parseInWorker } from "./parse-in-worker";

class FakeWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  received: unknown = null;
  constructor(private readonly answer: (worker: FakeWorker) => void) {}
  postMessage(message: unknown): void {
    this.received = structuredClone(message);
    this.answer(this);
  }
  terminate(): void {
    this.ended = true;
  }
}

const parseBy = async (worker: FakeWorker, deadline?: number) => {
  const bytes = new Uint8Array([1, 2, 3]);
  const result = await parseInWorker(() => worker as unknown as Worker, bytes, { dayStartHour: 5 }, deadline);
  expect(worker.ended).toBe(true);
  expect(bytes).toHaveLength(3);
  return result;
};

test("hands the worker's result on and ends the worker", async () => {
  const answer: FeedResult = { ok: false, reason: "The file is empty.", report: [] };
  const worker = new FakeWorker(({ onmessage }) => onmessage?.({ data: answer }));
  expect(await parseBy(worker)).toEqual(answer);
  expect(worker.received).toEqual({ bytes: new Uint8Array([1, 2, 3]), options: { dayStartHour: 5 } });
});

test("a worker that hangs ends at the deadline", async () => {
  expect(await parseBy(new FakeWorker(() => {}), 20)).toMatchObject({
    ok: false,
    reason: expect.stringContaining("took longer than"),
  });
});

test("a worker that fails, or cannot be opened, is a refusal", async () => {
  expect(await parseBy(new FakeWorker(({ onerror }) => onerror?.()))).toMatchObject({ ok: false });
  const refusing = () => {
    throw new Error("Blocked by a policy");
  };
  expect(await parseInWorker(refusing, new Uint8Array())).toMatchObject({ ok: false });
});
