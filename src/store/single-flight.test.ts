import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { singleFlight } from "./single-flight";

const PATIENT = { isPatient: true };
const HASTY = { isPatient: false };

/** The browser's locks, as far as they are used. */
function openLocks() {
  const taken = new Set<string>();
  const request = async <T>(
    name: string,
    _: { readonly ifAvailable: true },
    work: (lock: object | null) => Promise<T>,
  ): Promise<T> => {
    if (taken.has(name)) return work(null);
    taken.add(name);
    return work({}).finally(() => taken.delete(name));
  };
  return { request };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { locks: openLocks() });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("of two tabs the second waits, and knows that it has", async () => {
  let finish: (value: string) => void = () => undefined;
  const first = singleFlight("x", PATIENT, () => new Promise<string>((resolve) => (finish = resolve)));
  const waited: boolean[] = [];
  const second = singleFlight("x", PATIENT, async (hasWaited) => waited.push(hasWaited));
  await vi.advanceTimersByTimeAsync(5_000);
  expect(waited).toEqual([]);
  finish("done");
  expect(await first).toBe("done");
  await vi.advanceTimersByTimeAsync(1_000);
  await second;
  expect(waited).toEqual([true]);
});

test("who has no need to wait does nothing, and other names fly beside", async () => {
  void singleFlight("x", PATIENT, () => new Promise(() => undefined));
  expect(await singleFlight("x", HASTY, async () => "flown")).toBeUndefined();
  expect(await singleFlight("y", HASTY, async () => "flown")).toBe("flown");
});

test("a frozen tab holds nobody up for longer than half a minute", async () => {
  void singleFlight("x", PATIENT, () => new Promise(() => undefined));
  const second = singleFlight("x", PATIENT, async () => "flown");
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await second).toBe("flown");
});

test("a browser without locks does without, and a failure lets go", async () => {
  await expect(singleFlight("x", PATIENT, () => Promise.reject(new Error("mine")))).rejects.toThrow("mine");
  expect(await singleFlight("x", HASTY, async () => "flown")).toBe("flown");
  vi.stubGlobal("navigator", {});
  expect(await singleFlight("x", HASTY, async (hasWaited) => hasWaited)).toBe(false);
});

test("a wait can be ended", async () => {
  void singleFlight("x", PATIENT, () => new Promise(() => undefined));
  const stop = new AbortController();
  const second = singleFlight("x", { isPatient: true, signal: stop.signal }, async () => "flown");
  stop.abort();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await second).toBeUndefined();
});
