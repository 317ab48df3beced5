import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Conference } from "../domain/conference";
import { parseFeed } from "../feed/parse-feed";
import { isClosedStore } from "./closed-store";
import { expectEdition, readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { NearWorker } from "./near-worker";
import { openTestDb } from "./open-test-db";
import { readAgain, refresh, takeInFirst } from "./refresh";
import type { TaskMessage, TaskRequest } from "./task-messages";
import { workInWorker } from "./work-in-worker";

const feed = (title: string) =>
  new TextEncoder().encode(
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "BEGIN:VEVENT",
      "UID:s1",
      "DTSTART:20300521T120000Z",
      "DTEND:20300521T123000Z",
      `SUMMARY:${title}`,
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n"),
  );

let factory: IDBFactory;
let db: Db;
let worker: NearWorker;
beforeEach(async () => {
  factory = new IDBFactory();
  db = openTestDb(factory);
  await db.open();
  worker = new NearWorker(() => openTestDb(factory));
});

const start = () => worker as unknown as Worker;
const doors = (title: string, reader = "1", deadline = 5_000) => ({
  fetch: async () => ({ ok: true as const, bytes: feed(title) }),
  parse: () => Promise.reject(new Error("The page itself reads nothing.")),
  reader,
  elsewhere: (store: Db, task: TaskRequest["task"], signal?: AbortSignal) =>
    workInWorker(start, store, { base: "/test/", task, reader, options: {} }, signal, deadline),
});
const read = async (bytes: Uint8Array) => parseFeed(bytes, {});
/** Without a worker. */
const here = (title: string) => {
  const { fetch, reader } = doors(title);
  return { fetch, reader, parse: read };
};
const title = async () => (await readConference(db, HOME))?.sessions[0]?.title;
const newWorker = (before?: (message: TaskMessage) => void) => {
  worker = new NearWorker(() => openTestDb(factory), before);
};

test("what a worker has read and kept is the page's, from the first visit on", async () => {
  await takeInFirst(db, HOME, feed("First"), 5, doors("First"));
  expect(await title()).toBe("First");
  expect(worker.isEnded).toBe(true);
  newWorker();
  expect(await refresh(db, HOME, doors("Second"))).toMatchObject({ kind: "replaced" });
  expect(await title()).toBe("Second");
  newWorker();
  await readAgain(db, HOME, doors("Second", "2"));
  expect((await db.freshness.get(HOME))?.copy).toMatchObject({ reader: "2" });
  expect(worker.said).toEqual(["read", "done"]);
});

test("a page that has read the edition before reads no session of the next one", async () => {
  await refresh(db, HOME, doors("First"));
  await title();
  newWorker();
  await refresh(db, HOME, doors("Second"));
  expect(worker.said).toEqual(["read", "told", "done"]);
  const get = vi.spyOn(db.conferences, "get");
  const [conference, twin] = await Promise.all([readConference(db, HOME), readConference(db, HOME)]);
  expect(twin).toBe(conference);
  expect(get).not.toHaveBeenCalled();
  expect(conference).toEqual((await db.conferences.get(HOME))?.conference);
  expect(conference?.sessions[0]?.title).toBe("Second");
  // Somebody else writes one of which nothing was told.
  await refresh(openTestDb(factory), HOME, here("Third"));
  expect(await title()).toBe("Third");
});

test("of an edition that did not come nothing is made, and the one that did is read", async () => {
  await refresh(db, HOME, doors("First"));
  const before = (await db.freshness.get(HOME))?.copy?.edition ?? "";
  const first = await readConference(db, HOME);
  const rest = { ...first, name: "Never" } as Omit<Conference, "sessions">;
  expectEdition(db, HOME, { rest, places: new Int32Array(), fresh: [], before, edition: "never" });
  expect(await readConference(db, HOME)).toBe(first);
  await refresh(openTestDb(factory), HOME, here("Second"));
  expect(await title()).toBe("Second");
});

test("a feed that has not changed starts no worker", async () => {
  await refresh(db, HOME, doors("First"));
  newWorker();
  const open = vi.spyOn(worker, "postMessage");
  expect(await refresh(db, HOME, doors("First"))).toEqual({ kind: "unchanged" });
  expect(open).not.toHaveBeenCalled();
});

test("a large feed that has not changed is told by the worker, which does not read it", async () => {
  const large = `First ${"x".repeat(1_100_000)}`;
  await refresh(db, HOME, doors(large));
  expect((await db.freshness.get(HOME))?.copy?.digest).toMatch(/^[0-9a-f]{64}$/);
  newWorker();
  expect(await refresh(db, HOME, doors(large))).toEqual({ kind: "unchanged" });
  expect(worker.said).toEqual(["done"]);
});

test("a worker that hangs, fails or cannot be had leaves a sentence, and what was there", async () => {
  await refresh(db, HOME, doors("First"));
  const hanging = { ...new NearWorker(() => db), postMessage: () => undefined, terminate: vi.fn() };
  worker = hanging as unknown as NearWorker;
  expect(await refresh(db, HOME, doors("Second", "1", 100))).toMatchObject({
    kind: "kept",
    reason: expect.stringContaining("took longer than"),
  });
  expect(hanging.terminate).toHaveBeenCalled();
  newWorker();
  worker.postMessage = () => worker.onerror?.();
  expect(await refresh(db, HOME, doors("Second"))).toMatchObject({ kind: "kept" });
  newWorker();
  worker.postMessage = () => {
    throw new Error("Blocked by a policy");
  };
  expect(await refresh(db, HOME, doors("Second"))).toMatchObject({ kind: "kept" });
  expect(await title()).toBe("First");
  expect((await db.freshness.get(HOME))?.failure).toMatchObject({ unreachable: false });
});

test("a reader that fails with what is kept is not asked again", async () => {
  await refresh(db, HOME, doors("First"));
  newWorker();
  worker.postMessage = () => worker.onerror?.();
  await readAgain(db, HOME, doors("First", "2"));
  newWorker();
  await readAgain(db, HOME, doors("First", "2"));
  expect(worker.said).toEqual([]);
  expect(await title()).toBe("First");
});

test("who stops it while it is read keeps what was there; what is being kept is kept", async () => {
  await refresh(db, HOME, doors("First"));
  const stop = new AbortController();
  const before = await db.freshness.get(HOME);
  newWorker(({ is }) => is === "read" && stop.abort());
  expect(await refresh(db, HOME, doors("Second"), stop.signal)).toEqual({ kind: "stopped" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await title()).toBe("First");
  expect(await db.freshness.get(HOME)).toEqual(before);

  const late = new AbortController();
  newWorker(({ is }) => is === "done" && late.abort());
  expect(await refresh(db, HOME, doors("Second"), late.signal)).toMatchObject({ kind: "replaced" });
  expect(await title()).toBe("Second");
});

test("a store that is deleted while a feed is read stays deleted, and deleting does not wait for the reading", async () => {
  await refresh(db, HOME, doors("First"));
  let elsewhere: Db | undefined;
  const open = () => {
    elsewhere = openTestDb(factory);
    return elsewhere;
  };
  worker = new NearWorker(open, ({ is }) => {
    if (is !== "read") return;
    expect(elsewhere?.isOpen()).toBe(false);
    void db.delete({ disableAutoOpen: true });
  });
  const error: unknown = await refresh(db, HOME, doors("Second")).catch((thrown: unknown) => thrown);
  expect(isClosedStore(error)).toBe(true);
  await vi.waitFor(async () => expect(await factory.databases()).toEqual([]));
  expect(worker.isEnded).toBe(true);
});

test("a worker never makes a store that is not there", async () => {
  await db.delete();
  const messages: TaskMessage[] = [];
  newWorker((message) => messages.push(message));
  const task = { is: "kept" as const, key: HOME };
  const request = { base: "/test/", task, reader: "1", options: {} };
  await expect(workInWorker(start, db, request)).rejects.toThrow();
  expect(messages.map(({ is }) => is)).toEqual(["failed"]);
  expect(await factory.databases()).toEqual([]);
});

test("a worker that has the store open lets go of it as soon as a newer version of the app needs it", async () => {
  await refresh(db, HOME, doors("First"));
  let elsewhere: Db | undefined;
  worker = new NearWorker(() => {
    elsewhere = openTestDb(factory);
    return elsewhere;
  });
  // What it waits for never comes.
  const heard = vi.spyOn(worker, "hear").mockImplementation(() => undefined);
  const task = { is: "kept" as const, key: HOME };
  void workInWorker(start, db, { base: "/test/", task, reader: "2", options: {} });
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  await elsewhere?.open();
  const newer = factory.open(db.name, 1_000);
  await new Promise((resolve) => {
    newer.onsuccess = resolve;
  });
  newer.result.close();
  expect(await elsewhere?.freshness.count().catch(isClosedStore)).toBe(true);
});
