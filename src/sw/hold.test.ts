import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SECOND } from "../domain/time";
import { endHolds, hold } from "./hold";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a hold rings at each instant that falls due within it, and then lets the worker go", async () => {
  const due = [20 * SECOND, 284 * SECOND, 400 * SECOND];
  const rung: number[] = [];
  let over = false;
  void hold(async () => {
    if (due[0] !== undefined && due[0] <= Date.now()) rung.push(due.shift() ?? 0);
    return due[0] ?? null;
  }).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(283 * SECOND);
  expect([rung, over]).toEqual([[20 * SECOND], false]);
  await vi.advanceTimersByTimeAsync(SECOND);
  expect([rung, over]).toEqual([[20 * SECOND, 284 * SECOND], true]);
});

test("a hold with nothing due within it ends at once", async () => {
  await expect(hold(async () => null)).resolves.toBeUndefined();
  await expect(hold(async () => 286 * SECOND)).resolves.toBeUndefined();
});

test("holds give way at once, are not rung in their end, and later ones hold as ever", async () => {
  const rung: string[] = [];
  const over: string[] = [];
  const holding = (name: string) =>
    void hold(async () => {
      rung.push(name);
      return 200 * SECOND;
    }).then(() => over.push(name));
  holding("one");
  holding("another");
  await vi.advanceTimersByTimeAsync(SECOND);
  endHolds();
  await vi.advanceTimersByTimeAsync(0);
  expect({ rung, over }).toEqual({ rung: ["one", "another"], over: ["one", "another"] });

  holding("later");
  await vi.advanceTimersByTimeAsync(SECOND);
  expect({ rung, over }).toEqual({ rung: ["one", "another", "later"], over: ["one", "another"] });
});

test("a hold that gives way in the middle of a ring ends with that ring", async () => {
  let finish: (again: number) => void = () => undefined;
  let over = false;
  const ring = () =>
    new Promise<number>((resolve) => {
      finish = resolve;
    });
  void hold(ring).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  endHolds();
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(over).toBe(false);
  finish(200 * SECOND);
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toBe(true);
});
