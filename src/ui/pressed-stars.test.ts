import { beforeEach, expect, test, vi } from "vitest";
import type { Conference } from "../domain/conference";
import type { Db } from "../store/db";

const kept = new Map<string, string>();
vi.stubGlobal("localStorage", {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
});

const load = async () => {
  vi.resetModules();
  return import("./pressed-stars");
};

type PressedStars = Awaited<ReturnType<typeof load>>;
const shownOf = (stars: PressedStars, stored: ReadonlySet<string>, conference = "home") =>
  stars.withPressed(conference, stored, stars.pressedStars.get());

beforeEach(() => kept.clear());

const star = (isSet: boolean) => ({ conference: "home", sessionId: "s1", isSet });
const none: ReadonlySet<string> = new Set();
const stored: ReadonlySet<string> = new Set(["s1"]);

test("a star is shown ahead of the store until that shows it too", async () => {
  const stars = await load();
  let write: () => void = () => undefined;
  const writing = stars.showPressed(star(true), () => new Promise<void>((done) => (write = done)));
  expect([...shownOf(stars, none)]).toEqual(["s1"]);
  expect(shownOf(stars, none, "other")).toBe(none);
  expect(kept.size).toBe(1);
  write();
  await writing;
  expect(kept.size).toBe(0);
  stars.dropStored("home", none);
  expect([...shownOf(stars, none)]).toEqual(["s1"]);
  stars.dropStored("home", stored);
  expect(shownOf(stars, none)).toBe(none);
});

test("pressed twice, the second counts, whatever comes of the first", async () => {
  const stars = await load();
  let failFirst: () => void = () => undefined;
  const first = stars.showPressed(
    star(true),
    () => new Promise<void>((_, failed) => (failFirst = () => failed(new Error("full")))),
  );
  const second = stars.showPressed(star(false), async () => "gone");
  failFirst();
  await expect(first).rejects.toThrow("full");
  expect(await second).toBe("gone");
  expect([...shownOf(stars, stored)]).toEqual([]);
});

test("what could not be stored is not shown", async () => {
  const stars = await load();
  const failing = stars.showPressed(star(false), () => Promise.reject(new Error("full")));
  expect([...shownOf(stars, stored)]).toEqual([]);
  await expect(failing).rejects.toThrow("full");
  expect(shownOf(stars, stored)).toBe(stored);
  expect(kept.size).toBe(0);
});

test("a star that was changed elsewhere after it was stored shows as the store has it, after a while", async () => {
  vi.useFakeTimers();
  try {
    const stars = await load();
    await stars.showPressed(star(true), async () => undefined);
    stars.dropStored("home", none);
    vi.advanceTimersByTime(5_000);
    expect(shownOf(stars, none)).toBe(none);
  } finally {
    vi.useRealTimers();
  }
});

test("what was not stored when the page was left waits for the next one, and is forgotten once", async () => {
  const before = await load();
  void before.showPressed(star(true), () => new Promise(() => undefined));
  const after = await load();
  expect([...shownOf(after, none)]).toEqual(["s1"]);
  const [waiting] = after.waitingStars("home");
  expect(waiting).toMatchObject(star(true));
  if (waiting) after.forgetWaiting(waiting);
  expect(after.waitingStars("home")).toEqual([]);
  expect(kept.size).toBe(0);
});

test("the first screen says which stars it leaves", async () => {
  const before = await load();
  void before.showPressed(star(true), () => new Promise(() => undefined));
  const after = await load();
  after.takePressed("home", ["s2"]);
  expect(after.waitingStars("home").map(({ sessionId }) => sessionId)).toEqual(["s2"]);
});

test("a star that waits is left to the next visit where a newer version has taken the store over", async () => {
  const before = await load();
  void before.showPressed(star(true), () => new Promise(() => undefined));
  const after = await load();
  const { storeWaiting } = await import("./use-starred");
  const { storeTrouble } = await import("./parts/notices");
  const conference = { sessions: [{ id: "s1" }] } as unknown as Conference;
  const asked: unknown[] = [];
  const look = () =>
    storeWaiting({} as Db, "home", conference, [], async (...toggle) => {
      asked.push(toggle);
      return true;
    });
  storeTrouble.set("superseded");
  look();
  expect(asked).toEqual([]);
  expect(after.waitingStars("home")).toMatchObject([star(true)]);
  expect(kept.size).toBe(1);
  storeTrouble.set(null);
  look();
  expect(asked).toEqual([[{ id: "s1" }, false]]);
});

test("what is kept and cannot be read is nothing", async () => {
  for (const text of ["{", "{}", "[1]", "[[1,2,true]]"]) {
    kept.set("trackside-pressed:/", text);
    expect((await load()).waitingStars("home")).toEqual([]);
  }
});
