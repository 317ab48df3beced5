import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SECOND } from "../domain/time";
import { hold } from "./hold";

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
