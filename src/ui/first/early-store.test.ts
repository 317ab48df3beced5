import { readFileSync } from "node:fs";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../../domain/clock";
import { parseFeed } from "../../feed/parse-feed";
import { noteChanges } from "../../store/changes";
import { goOnFrom, readConference, replaceConference } from "../../store/conferences";
import { openEarly } from "../../store/early-store";
import { putEntry } from "../../store/entries";
import { HOME } from "../../store/home";
import { openTestDb } from "../../store/open-test-db";
import { writeSetting } from "../../store/settings";
import { addStar } from "../../store/stars";
import { readFirst } from "../first-read";

const feed = parseFeed(readFileSync("public/schedule.ics"));
if (!feed.ok) throw new Error(feed.reason);
const { conference, details } = feed;
const [one] = conference.sessions;

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
  vi.stubGlobal("indexedDB", factory);
  vi.stubGlobal("IDBKeyRange", IDBKeyRange);
});
afterEach(() => vi.unstubAllGlobals());

async function openFilled() {
  const db = openTestDb(factory);
  await replaceConference(db, HOME, { conference, details, bytes: new Uint8Array(1), savedAt: 7 });
  await addStar(db, HOME, one?.id ?? "", REAL_CLOCK);
  await writeSetting(db, "layout", "list");
  await db.passes.put({ conference: HOME, sessionId: "x" });
  const entry = { sessionId: "own:1", title: "Coffee", startsAt: 1, endsAt: 2, room: null };
  await putEntry(db, HOME, entry, REAL_CLOCK);
  await db.looked.put({ key: HOME, upTo: 1 });
  const change = { sessionId: "x", title: "X", startsAt: 1, timeZone: "UTC" };
  await noteChanges(db, HOME, [change, change, change] as never, 9);
  return db;
}

test("the first picture is the same before the store's code has come as after it", async () => {
  const db = await openFilled();
  const early = await openEarly("/test/");
  if (!early) throw new Error("There is a store.");
  const first = await readFirst(early, HOME);
  expect(first).toEqual(await readFirst(db, HOME));
  expect(first.conference?.sessions).toHaveLength(27);
  expect(first.asked.stars).toHaveLength(1);
  expect(first.entries).toMatchObject([{ title: "Coffee" }]);
  expect(first.news.changes.map(({ number }) => number)).toEqual([3, 2]);
});

test("what was read early is not read again", async () => {
  const db = await openFilled();
  const early = await openEarly("/test/");
  if (!early) throw new Error("There is a store.");
  const read = await readConference(early, HOME);
  goOnFrom(early, db);
  expect(await readConference(db, HOME)).toBe(read);
});

test("where nothing is kept nothing is made", async () => {
  expect(await openEarly("/test/")).toBeUndefined();
  expect(await factory.databases()).toEqual([]);
});

test("a store of another version is left to the code that knows it", async () => {
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const request = factory.open("trackside:/test/", 30);
    request.onsuccess = () => resolve(request.result);
  });
  opened.close();
  expect(await openEarly("/test/")).toBeUndefined();
});

test("who upgrades or deletes the store does not wait for it", async () => {
  const db = await openFilled();
  db.close();
  await openEarly("/test/");
  await new Promise<void>((resolve, reject) => {
    const request = factory.deleteDatabase("trackside:/test/");
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error("It is held open."));
  });
});

test("a store that answers when nobody waits any more is not held open", async () => {
  vi.useFakeTimers();
  const result = { version: 50, close: vi.fn() };
  const request: { onsuccess?: () => void; readonly result: object } = { result };
  vi.stubGlobal("indexedDB", { open: () => request });
  const early = openEarly("/test/");
  await vi.advanceTimersByTimeAsync(2_000);
  vi.useRealTimers();
  expect(await early).toBeUndefined();
  request.onsuccess?.();
  expect(result.close).toHaveBeenCalledOnce();
});
