import { beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import type { FeedResult } from "../feed/parse-feed";
import { readNews } from "./changes";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { acceptHeld, dismissHeld, readHeld } from "./held";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { refresh } from "./refresh";
import { addStar, readStars } from "./stars";

const HOUR = 3_600_000;
const all = Array.from({ length: 8 }, (_, index) =>
  sampleSession({
    id: `s${index}`,
    title: `Title ${index}`,
    startsAt: Date.parse("2030-05-21T09:00:00Z") + index * HOUR,
  }),
);

let db: Db;
let answers = 0;
const arrive = (count: number) => {
  const result: FeedResult = {
    ok: true,
    cutOff: false,
    asksTimeZone: false,
    conference: sampleConference(all.slice(0, count)),
    details: { sessions: {}, report: [] },
  };
  const bytes = new Uint8Array([answers++]);
  return refresh(db, HOME, {
    fetch: async () => ({ ok: true, bytes }),
    parse: async () => result,
    reader: "1",
  });
};
const held = async () => (await readConference(db, HOME))?.sessions.length;

beforeEach(async () => {
  db = openTestDb();
  await arrive(8);
  await addStar(db, HOME, "s7", REAL_CLOCK);
});

test("a schedule that lacks most sessions waits for the attendee's word; the saved one and its age stay", async () => {
  const before = await db.freshness.get(HOME);
  const reason = "6 sessions are missing from the schedule that arrived.";
  expect(await arrive(2)).toEqual({ kind: "kept", reason });
  expect(await readHeld(db, HOME)).toMatchObject({ reason });
  expect(await held()).toBe(8);
  expect(await db.freshness.get(HOME)).toMatchObject({
    savedAt: before?.savedAt,
    failure: { unreachable: false, held: true },
  });
  expect((await readNews(db, HOME)).changes).toEqual([]);
});

test("it is shown when the attendee says so: starred sessions it lacks stay, and what is gone is told", async () => {
  await arrive(2);
  await acceptHeld(db, HOME);
  const conference = await readConference(db, HOME);
  expect(conference?.sessions).toHaveLength(2);
  expect(conference?.gone?.map(({ id }) => id)).toContain("s7");
  expect(await readStars(db, HOME)).toHaveLength(1);
  expect((await readNews(db, HOME)).changes).toHaveLength(6);
  expect(await readHeld(db, HOME)).toBeUndefined();
  expect(await arrive(2)).toEqual({ kind: "unchanged" });
});

test("it is not asked about again once it was declined, until something else arrives", async () => {
  await arrive(2);
  await dismissHeld(db, HOME);
  await arrive(2);
  expect(await readHeld(db, HOME)).toBeUndefined();
  await arrive(3);
  expect(await readHeld(db, HOME)).toMatchObject({ reason: expect.stringMatching(/^5 sessions/) });
  expect(await held()).toBe(8);
});

test("it is forgotten when the server has the saved one again", async () => {
  await arrive(2);
  expect(await arrive(8)).toEqual({ kind: "unchanged" });
  expect(await readHeld(db, HOME)).toBeUndefined();
  expect(await db.freshness.get(HOME)).toMatchObject({ failure: null });
});

test("why it is held is told by a small row; the schedule itself is read when the attendee wants it", async () => {
  await arrive(2);
  const reads = vi.spyOn(db.held, "get");
  expect(await readHeld(db, HOME)).toMatchObject({ isDismissed: false });
  await dismissHeld(db, HOME);
  expect(await readHeld(db, HOME)).toBeUndefined();
  expect(reads).not.toHaveBeenCalled();
});

test("one that an earlier version has held back still waits, and can be declined", async () => {
  await arrive(2);
  const freshness = await db.freshness.get(HOME);
  if (!freshness) throw new Error("Nothing is noted.");
  const { copy, held: _, ...before } = freshness;
  expect(copy).toBeDefined();
  await db.freshness.put(before);
  expect(await readHeld(db, HOME)).toMatchObject({ reason: expect.stringMatching(/^6 sessions/) });
  await dismissHeld(db, HOME);
  await arrive(2);
  expect(await readHeld(db, HOME)).toBeUndefined();
});
