import { describe, expect, test } from "vitest";
import {
  bringBack,
  everythingIn,
  fillDevice,
  filled,
  OWN,
  planFor,
  putOwn,
  SAID,
  sampleDelivery,
} from "./backup-sample";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { restore, undoRestore } from "./restore";

describe("to add", () => {
  test("the same backup twice is to add it once, and to its own device to add nothing", async () => {
    const { db, text } = await filled();
    const before = await everythingIn(db);
    await bringBack(db, text, "add");
    expect(await everythingIn(db)).toEqual(before);
    const other = openTestDb();
    await putOwn(other);
    await bringBack(other, text, "add");
    const once = await everythingIn(other);
    await bringBack(other, text, "add");
    expect(await everythingIn(other)).toEqual(once);
  });

  test("keeps both notes, the earlier star, what is here alone, and the settings", async () => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db);
    const star = { conference: HOME, sessionId: "s1", run: "real" };
    await db.stars.bulkPut([
      { ...star, starredAt: SAID + 9, appStarredAt: SAID + 9 },
      { ...star, sessionId: "s3", starredAt: 1, appStarredAt: 1 },
    ]);
    await db.notes.put({ conference: HOME, sessionId: "s1", text: "Mine", editedAt: 5 });
    const plan = await planFor(db, text);
    const [own] = plan.conferences;
    expect(own?.gone).toBe(1);
    expect(own?.counts.find(({ kind }) => kind === "stars")).toEqual({
      ...{ kind: "stars", inFile: 2, here: 1, both: 0, dropped: 1 },
    });
    expect(own?.counts.find(({ kind }) => kind === "notes")).toMatchObject({ here: 1, both: 1 });
    await restore(db, plan, "add");
    const stars = await db.stars.where({ conference: HOME }).toArray();
    expect(stars.map(({ sessionId, starredAt }) => [sessionId, starredAt])).toEqual([
      ["gone", SAID + 1],
      ["s1", SAID],
      ["s3", 1],
    ]);
    expect((await db.notes.get([HOME, "s1"]))?.text).toMatch(/^Mine\n\nAsk for the slides\./);
    expect(await db.settings.get("choices")).toBeUndefined();
  });
});

describe("to replace", () => {
  test("takes away what is here alone, but not that something has rung or was told to a calendar", async () => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db);
    await db.stars.put({ conference: HOME, sessionId: "s3", run: "real", starredAt: 1, appStarredAt: 1 });
    await db.exports.put({ conference: HOME, sessionId: "s1", sequence: 9 });
    const rang = sampleDelivery({ key: "real|s3@1", sessionId: "s3", fireAt: 1 });
    await db.deliveries.put(rang);
    await db.settings.bulkPut([
      { name: "layout", value: "timetable" },
      { name: "selfTest", value: null },
    ]);
    await bringBack(db, text);
    expect(await db.stars.get([HOME, "s3"])).toBeUndefined();
    expect(await db.deliveries.get(rang.key)).toEqual(rang);
    expect(await db.exports.get([HOME, "s1"])).toMatchObject({ sequence: 9 });
    expect(await db.settings.get("layout")).toMatchObject({ value: "list" });
    expect(await db.settings.get("selfTest")).toBeDefined();
  });
});

describe("the undo", () => {
  test.each(["add", "replace"] as const)("of %s leaves every table as it was", async (mode) => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db);
    await db.stars.put({ conference: HOME, sessionId: "s3", run: "real", starredAt: 1, appStarredAt: 1 });
    await db.notes.put({ conference: HOME, sessionId: "s1", text: "Mine", editedAt: 5 });
    await db.settings.put({ name: "layout", value: "timetable" });
    const before = await everythingIn(db);
    const restored = await bringBack(db, text, mode);
    expect(await everythingIn(db)).not.toEqual(before);
    await undoRestore(db, restored);
    expect(await everythingIn(db)).toEqual(before);
  });

  test("leaves alone what was starred since", async () => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db);
    const restored = await bringBack(db, text);
    const star = { conference: HOME, sessionId: "s3", run: "real", starredAt: 1, appStarredAt: 1 };
    await db.stars.put(star);
    await undoRestore(db, restored);
    expect(await db.stars.toArray()).toEqual([star]);
  });
});

describe("the conferences of a backup", () => {
  test("that the site's own is not are named, and nothing of them is lost or mixed in", async () => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db, [{ ...(OWN[0] as (typeof OWN)[0]), id: "x", title: "Other" }]);
    // The same name would be enough.
    const file = JSON.parse(text);
    file.conferences[0].name = "Another";
    const plan = await planFor(db, JSON.stringify(file));
    expect(plan.conferences.map(({ key }) => key)).toEqual([null, expect.stringMatching(/^key-/)]);
    expect(plan.conferences[0]?.reason).toMatch(/^It is not on this device/);
    await restore(db, plan, "replace");
    expect(await db.stars.where({ conference: HOME }).count()).toBe(0);
  });

  test("are known again under another key, and their reminders with them", async () => {
    const { key, text } = await filled();
    const other = text.replaceAll(key, "key-0123456789abcdef");
    const db = openTestDb();
    await fillDevice(db);
    const before = await everythingIn(db);
    await bringBack(db, other, "add");
    expect(await everythingIn(db)).toEqual(before);
  });

  test("keep their rows where sessions were made again under other ids", async () => {
    const { text } = await filled();
    const db = openTestDb();
    await putOwn(db);
    const [row] = await db.conferences.toArray();
    if (!row) throw new Error("It was just put there.");
    const sessions = OWN.map((one) => (one.id === "s1" ? { ...one, id: "n1" } : one));
    await db.conferences.put({
      ...{ key: HOME, edition: "next" },
      conference: { ...row.conference, sessions, renamed: [["s1", "n1"]] },
    });
    await bringBack(db, text);
    expect(await db.notes.get([HOME, "n1"])).toBeDefined();
    expect(await db.exports.get([HOME, "n1"])).toMatchObject({ uid: "older", told: { sessionId: "n1" } });
    const rung = await db.deliveries.toArray();
    expect(rung.filter(({ key }) => key.startsWith("real|n1@"))).toHaveLength(1);
  });
});
