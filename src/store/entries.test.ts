import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import { MINUTE } from "../domain/time";
import { replaceConference } from "./conferences";
import type { Db } from "./db";
import { newEntryId, putEntry, readEntries, removeEntry, restoreEntry } from "./entries";
import { HOME } from "./home";
import { readAllKept, readAllOfFeeds } from "./kept";
import { setMarks } from "./marks";
import { writeNote } from "./notes";
import { openTestDb } from "./open-test-db";
import { removeConference, restoreConference } from "./remove-conference";
import { addStar, readStars } from "./stars";

const noon = Date.parse("2030-05-21T12:00:00Z");
const coffee = { sessionId: "own:1", title: "Coffee", startsAt: noon, endsAt: noon + MINUTE, room: null };
const put = (db: Db, over = {}, key = HOME) => putEntry(db, key, { ...coffee, ...over }, REAL_CLOCK);

afterEach(() => void vi.useRealTimers());

test("an entry is asked for anew as it is moved, and not as it is renamed", async () => {
  const db = openTestDb();
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000 });
  expect(await put(db)).toBeUndefined();
  vi.setSystemTime(2_000);
  expect(await put(db, { title: "Tea" })).toMatchObject({ title: "Coffee" });
  expect(await readEntries(db, HOME)).toMatchObject([{ title: "Tea", since: { at: 1_000 } }]);
  await put(db, { startsAt: noon - MINUTE });
  expect(await readEntries(db, HOME)).toMatchObject([{ since: { at: 2_000 } }]);
});

test("a deleted entry takes its note and mark along, and is had back with them as it was", async () => {
  const db = openTestDb();
  await put(db);
  await writeNote(db, HOME, "own:1", { base: "", text: "Bring cups" });
  await db.visits.put({ conference: HOME, sessionId: "own:1", was: "seen", rating: 4 });
  const all = () => Promise.all([db.entries.toArray(), db.notes.toArray(), db.visits.toArray()]);
  const before = await all();
  const removed = await removeEntry(db, HOME, "own:1");
  expect((await all()).flat()).toEqual([]);
  if (removed) await restoreEntry(db, HOME, removed);
  expect(await all()).toEqual(before);
  expect(await removeEntry(db, HOME, "own:2")).toBeUndefined();
});

test("without entries the answer is always the same one", async () => {
  const db = openTestDb();
  expect(await readEntries(db, HOME)).toBe(await readEntries(db, "other"));
});

test("ids are their own", () => {
  expect(newEntryId()).toMatch(/^own:[0-9a-f-]{36}$/);
  expect(newEntryId()).not.toBe(newEntryId());
});

test("what is to ring holds the entries of each conference, and the lists of conferences none", async () => {
  const db = openTestDb(new IDBFactory());
  const conference = sampleConference([sampleSession()]);
  const arrival = { conference, details: { sessions: {}, report: [] }, bytes: new Uint8Array(1), savedAt: 1 };
  await replaceConference(db, HOME, arrival);
  expect((await readAllKept(db))[0]?.conference).toBe((await readAllOfFeeds(db))[0]?.conference);
  await put(db);
  await put(db, { sessionId: "own:2" }, "other");
  const idsOf = (kept: Awaited<ReturnType<typeof readAllKept>>) =>
    kept.flatMap((one) => one.conference.sessions.map(({ id }) => id));
  expect(idsOf(await readAllKept(db))).toEqual(["own:1", "s1"]);
  expect(idsOf(await readAllOfFeeds(db))).toEqual(["s1"]);
  // It survives whatever the feed brings.
  await replaceConference(db, HOME, { ...arrival, conference: sampleConference([]) });
  expect(idsOf(await readAllKept(db))).toEqual(["own:1"]);
});

test("of two that clash one is kept, the entry or the session, and the other can be had back", async () => {
  const db = openTestDb();
  await put(db);
  await addStar(db, HOME, "s1", REAL_CLOCK);
  const all = async () => [await readStars(db, HOME), await readEntries(db, HOME)];
  const before = await all();
  for (const rival of ["own:1", "s1"]) {
    const was = await setMarks(db, HOME, [rival], { stars: [], passes: [], entries: [] });
    expect((await all()).flat()).toHaveLength(1);
    await setMarks(db, HOME, [rival], was);
    expect(await all()).toEqual(before);
  }
});

test("entries go and come back with their conference", async () => {
  const db = openTestDb();
  await put(db, {}, "other");
  await put(db);
  const removed = await removeConference(db, "other");
  expect(await readEntries(db, "other")).toEqual([]);
  expect(await readEntries(db, HOME)).toHaveLength(1);
  if (removed) await restoreConference(db, "other", removed);
  expect(await readEntries(db, "other")).toMatchObject([coffee]);
});
