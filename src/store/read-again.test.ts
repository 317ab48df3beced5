import { beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import type { FeedResult } from "../feed/parse-feed";
import { readNews } from "./changes";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { readAgain, refresh, takeInFirst } from "./refresh";
import { addStar, readStars } from "./stars";

const bytes = new Uint8Array([1, 2, 3]);
const read = (...sessions: readonly Session[]): FeedResult => ({
  ok: true,
  cutOff: false,
  asksTimeZone: false,
  conference: sampleConference(sessions),
  details: { sessions: {}, report: [] },
});
const reader = (name: string, result: FeedResult) => ({ parse: async () => result, reader: name });
const session = sampleSession();

let db: Db;
const savedAt = async () => (await db.freshness.get(HOME))?.savedAt;
beforeEach(async () => {
  db = openTestDb();
  const fetch = async () => ({ ok: true as const, bytes });
  await refresh(db, HOME, { ...reader("1", read(session)), fetch });
});

test("a better reader reaches what is saved, without a network and without a change being told", async () => {
  const before = await savedAt();
  await addStar(db, HOME, "s1", REAL_CLOCK);
  await readAgain(db, HOME, reader("2", read({ ...session, id: "s1#better", room: "Hall H" })));
  expect((await readConference(db, HOME))?.sessions).toEqual([{ ...session, id: "s1#better" }]);
  expect((await readStars(db, HOME)).map(({ sessionId }) => sessionId)).toEqual(["s1#better"]);
  expect(await readNews(db, HOME)).toEqual({ changes: [], upTo: 0 });
  expect(await savedAt()).toBe(before);
  expect(await db.bytes.get(HOME)).toEqual({ key: HOME, bytes, reader: "2" });
});

test("the same reader reads once, one that fails leaves what there is and does not try for ever", async () => {
  let readings = 0;
  const counted = (name: string) => ({
    reader: name,
    parse: async (): Promise<FeedResult> => {
      readings += 1;
      return { ok: false, reason: "Unread.", report: [] };
    },
  });
  await readAgain(db, HOME, counted("1"));
  expect(readings).toBe(0);
  await readAgain(db, HOME, counted("2"));
  await readAgain(db, HOME, counted("2"));
  expect(readings).toBe(1);
  expect((await readConference(db, HOME))?.sessions).toEqual([session]);
});

test("what came with the app gives way to the first answer of a server without a word, and later ones are told", async () => {
  const fresh = openTestDb();
  const answer = (result: FeedResult, byte: number) =>
    refresh(fresh, HOME, {
      ...reader("1", result),
      fetch: async () => ({ ok: true, bytes: new Uint8Array([byte]) }),
    });
  await takeInFirst(fresh, HOME, bytes, 5, reader("1", read(session)));
  await answer(read({ ...session, room: "Attic" }), 1);
  expect((await readNews(fresh, HOME)).changes).toEqual([]);
  await answer(read({ ...session, room: "Cellar" }), 2);
  expect((await readNews(fresh, HOME)).changes).toMatchObject([
    { sessionId: "s1", aspects: [{ is: "place" }] },
  ]);
});

test("a first visit reads its feed once: the server's, which is the one that came with the app, is known", async () => {
  const fresh = openTestDb();
  const parse = vi.fn(async () => read(session));
  const doors = { parse, reader: "1", fetch: async () => ({ ok: true as const, bytes }) };
  await takeInFirst(fresh, HOME, bytes, 5, doors);
  expect(await fresh.freshness.get(HOME)).toMatchObject({ savedAt: 5, copy: { isEmbedded: true } });
  await readAgain(fresh, HOME, doors);
  expect(await refresh(fresh, HOME, doors)).toEqual({ kind: "unchanged" });
  expect(parse).toHaveBeenCalledTimes(1);
  // A server has been heard: what it says next is told.
  expect((await fresh.freshness.get(HOME))?.copy).not.toHaveProperty("isEmbedded");
  const fetch = async () => ({ ok: true as const, bytes: new Uint8Array([7]) });
  await refresh(fresh, HOME, { ...reader("1", read({ ...session, room: "Attic" })), fetch });
  expect((await readNews(fresh, HOME)).changes).toHaveLength(1);
});

test("what an earlier version said beside the bytes still holds: they came with the app", async () => {
  const old = openTestDb();
  await takeInFirst(old, HOME, bytes, 5, reader("1", read(session)));
  await old.freshness.put({ key: HOME, savedAt: 5, triedAt: 5, failure: null });
  await old.bytes.put({ key: HOME, bytes, reader: "1", isEmbedded: true });
  await readAgain(old, HOME, reader("1", read(session)));
  const fetch = async () => ({ ok: true as const, bytes: new Uint8Array([9]) });
  await refresh(old, HOME, { ...reader("1", read({ ...session, room: "Attic" })), fetch });
  expect((await readNews(old, HOME)).changes).toEqual([]);
});

test("what came with the app is a schedule that changes as soon as somebody has planned by it", async () => {
  const starred = openTestDb();
  await takeInFirst(starred, HOME, bytes, 5, reader("1", read(session)));
  await addStar(starred, HOME, "s1", REAL_CLOCK);
  const fetch = async () => ({ ok: true as const, bytes: new Uint8Array([9]) });
  await refresh(starred, HOME, { ...reader("1", read({ ...session, room: "Attic" })), fetch });
  expect((await readNews(starred, HOME)).changes).toHaveLength(1);
});
