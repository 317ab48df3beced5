import { beforeEach, describe, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import type { FetchedFeed } from "../feed/fetch-feed";
import type { FeedResult } from "../feed/parse-feed";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { readAgain, refresh } from "./refresh";
import { addStar } from "./stars";

let answers = 0;
/** An answer of its own each time, as a server gives that stamps what it writes. */
const newBytes = () => new Uint8Array([1, 2, answers++]);
const fetched: FetchedFeed = { ok: true, bytes: new Uint8Array() };
const read = (title: string, cutOff = false): FeedResult => ({
  ok: true,
  cutOff,
  asksTimeZone: false,
  conference: sampleConference([sampleSession({ title })]),
  details: { sessions: { s1: { summary: title, description: "", location: "" } }, report: [] },
});
const from = (answer: FetchedFeed, result: FeedResult) => ({
  fetch: async () => (answer === fetched ? { ok: true as const, bytes: newBytes() } : answer),
  parse: async () => result,
  reader: "1",
});

let db: Db;
const title = async () => (await readConference(db, HOME))?.sessions[0]?.title;

beforeEach(async () => {
  db = openTestDb();
  await refresh(db, HOME, from(fetched, read("First")));
  await addStar(db, HOME, "s1", REAL_CLOCK);
});

describe("a refresh", () => {
  test("takes a feed that differs in a field", async () => {
    expect(await refresh(db, HOME, from(fetched, read("Second")))).toMatchObject({ kind: "replaced" });
    expect(await title()).toBe("Second");
  });

  test("that brings the same fields writes the freshness and nothing else", async () => {
    const before = await db.freshness.get(HOME);
    const written: string[] = [];
    for (const table of db.tables) {
      table.hook("creating", () => void written.push(table.name));
      table.hook("updating", () => void written.push(table.name));
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
    expect(await refresh(db, HOME, from(fetched, read("First")))).toEqual({ kind: "unchanged" });
    expect(new Set(written)).toEqual(new Set(["freshness"]));
    expect((await db.freshness.get(HOME))?.savedAt).toBeGreaterThan(before?.savedAt ?? 0);
  });

  test.each<[string, FetchedFeed, FeedResult]>([
    ["nothing answers", { ok: false, reason: "Gone.", unreachable: true }, read("Second")],
    ["the server says 500", { ok: false, reason: "500.", unreachable: false }, read("Second")],
    ["a login page comes instead", fetched, { ok: false, reason: "A page.", report: [] }],
    ["the file is cut off", fetched, read("Second", true)],
  ])("keeps what was there where %s", async (_, answer, result) => {
    const before = await db.freshness.get(HOME);
    const outcome = await refresh(db, HOME, from(answer, result));
    expect(outcome).toMatchObject({ kind: "kept", reason: expect.stringMatching(/\S/) });
    expect(await title()).toBe("First");
    expect(await db.freshness.get(HOME)).toMatchObject({
      savedAt: before?.savedAt,
      failure: { unreachable: !answer.ok && answer.unreachable },
    });
  });

  test("of an empty store takes what is whole of a file that is cut off", async () => {
    db = openTestDb();
    expect(await refresh(db, HOME, from(fetched, read("Part", true)))).toMatchObject({ kind: "replaced" });
  });

  test("leaves every row of the attendee's as it was, even where their session is gone", async () => {
    const theirs = () =>
      Promise.all([db.stars, db.deliveries, db.settings, db.exports].map((table) => table.toArray()));
    const before = await theirs();
    expect(before.flat()).not.toEqual([]);
    await refresh(
      db,
      HOME,
      from(fetched, {
        ...read("Other"),
        conference: sampleConference([sampleSession({ id: "other", title: "Other" })]),
      } as FeedResult),
    );
    expect(await title()).toBe("Other");
    expect(await theirs()).toEqual(before);
  });

  test("that fails in the middle of writing changes nothing", async () => {
    const fail = () => {
      throw new Error("the disk is full");
    };
    db.bytes.hook("updating", fail);
    expect(await refresh(db, HOME, from(fetched, read("Second")))).toMatchObject({ kind: "kept" });
    db.bytes.hook("updating").unsubscribe(fail);
    expect(await title()).toBe("First");
  });
});

test("the bytes that are saved are not read again, unless another reader does", async () => {
  const bytes = newBytes();
  const readers: string[] = [];
  const doors = (reader: string) => ({
    fetch: async () => ({ ok: true as const, bytes }),
    parse: async () => {
      readers.push(reader);
      return read("First");
    },
    reader,
  });
  await refresh(db, HOME, doors("1")); // Other bytes than before, with the same fields: those of before stay.
  await db.bytes.put({ key: HOME, bytes, reader: "1" });
  const before = await db.freshness.get(HOME);
  expect(await refresh(db, HOME, doors("1"))).toEqual({ kind: "unchanged" });
  expect(readers).toEqual(["1"]);
  expect((await db.freshness.get(HOME))?.triedAt).toBeGreaterThanOrEqual(before?.triedAt ?? 0);
  expect(await refresh(db, HOME, doors("2"))).toEqual({ kind: "unchanged" });
  expect(readers).toEqual(["1", "2"]);
});

test("a refresh that is stopped notes nothing, as it is fetched and as it is read", async () => {
  const before = await db.freshness.get(HOME);
  const stop = new AbortController();
  const parse = async () => {
    stop.abort();
    return read("Second");
  };
  const reading = { ...from(fetched, read("Second")), parse };
  expect(await refresh(db, HOME, reading, stop.signal)).toEqual({ kind: "stopped" });
  const lost = from({ ok: false, reason: "Stopped.", unreachable: true }, read("Second"));
  expect(await refresh(db, HOME, lost, stop.signal)).toEqual({ kind: "stopped" });
  expect(await title()).toBe("First");
  expect(await db.freshness.get(HOME)).toEqual(before);
});

test("of the bytes that came last time no more than the freshness is read and written, and nobody reads them", async () => {
  const bytes = newBytes();
  const parse = vi.fn(async () => read("First"));
  const doors = { fetch: async () => ({ ok: true as const, bytes }), parse, reader: "1" };
  // Other bytes with the same fields: those that are kept stay, and yet these are known from now on.
  await refresh(db, HOME, doors);
  const touched = new Set<string>();
  for (const table of db.tables) {
    table.hook("creating", () => void touched.add(table.name));
    table.hook("updating", () => void touched.add(table.name));
    table.hook("deleting", () => void touched.add(table.name));
    table.hook("reading", (row) => {
      touched.add(table.name);
      return row;
    });
  }
  expect(await refresh(db, HOME, doors)).toEqual({ kind: "unchanged" });
  await readAgain(db, HOME, doors);
  expect([...touched]).toEqual(["freshness"]);
  expect(parse).toHaveBeenCalledTimes(1);
});

test("an earlier version's rows are refreshed by their bytes, once, and by their digest from then on", async () => {
  const bytes = newBytes();
  const parse = vi.fn(async () => read("First"));
  const doors = { fetch: async () => ({ ok: true as const, bytes }), parse, reader: "1" };
  await db.freshness.put({ key: HOME, savedAt: 1, triedAt: 1, failure: null });
  await db.conferences.put({ key: HOME, conference: sampleConference([sampleSession({ title: "First" })]) });
  await db.bytes.put({ key: HOME, bytes, reader: "1" });
  const reads = vi.spyOn(db.bytes, "get");
  expect(await refresh(db, HOME, doors)).toEqual({ kind: "unchanged" });
  expect(reads).toHaveBeenCalledTimes(1);
  expect(await refresh(db, HOME, doors)).toEqual({ kind: "unchanged" });
  expect(reads).toHaveBeenCalledTimes(1);
  expect(parse).not.toHaveBeenCalled();
});

test("where the browser gives no digest, the bytes themselves tell", async () => {
  vi.stubGlobal("crypto", { getRandomValues: () => [Math.random()] });
  const bytes = newBytes();
  const parse = vi.fn(async () => read("Second"));
  const doors = { fetch: async () => ({ ok: true as const, bytes }), parse, reader: "1" };
  expect(await refresh(db, HOME, doors)).toMatchObject({ kind: "replaced" });
  expect(await refresh(db, HOME, doors)).toEqual({ kind: "unchanged" });
  expect(parse).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
