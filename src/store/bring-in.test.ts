import { beforeEach, describe, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { bringIn, standingOf } from "./bring-in";
import { readConference, replaceConference } from "./conferences";
import type { Db } from "./db";
import { rememberExport } from "./exports";
import { HOME } from "./home";
import { readAllKept } from "./kept";
import { openTestDb } from "./open-test-db";
import { setPassed } from "./passes";
import { removeConference, restoreConference } from "./remove-conference";
import { readSetting, writeSetting } from "./settings";
import { readSource, readSources } from "./sources";
import { addStar, readStars } from "./stars";
import { setLead } from "./wishes";

const own = [sampleSession()];
const other = [
  sampleSession({ title: "Blunting pencils", startsAt: 1 }),
  sampleSession({ id: "s2", title: "Erasers", startsAt: 2 }),
];

const arrivalOf = (sessions: readonly Session[], savedAt = 1_000) => ({
  conference: sampleConference(sessions),
  details: { sessions: {}, report: [] },
  bytes: new Uint8Array([1, 2, 3]),
  savedAt,
});

const fromFile = (sessions: readonly Session[], savedAt?: number) => ({
  arrival: arrivalOf(sessions, savedAt),
  address: null,
  fileName: "other.ics",
  timeZone: null,
});

let db: Db;
beforeEach(async () => {
  db = openTestDb();
  await replaceConference(db, HOME, arrivalOf(own));
});

/** All that is in the store, as it is. */
const everything = async () =>
  Object.fromEntries(
    await Promise.all(db.tables.map(async ({ name }) => [name, await db.table(name).toArray()] as const)),
  );

describe("a conference that is brought in", () => {
  test("has stars of its own, though its sessions have the ids of another's", async () => {
    const key = await bringIn(db, fromFile(other), null);
    await addStar(db, key, "s1", REAL_CLOCK);
    expect(await readStars(db, HOME)).toEqual([]);
    expect((await readAllKept(db)).map((kept) => [kept.key, kept.asked.stars.length])).toEqual([
      [HOME, 0],
      [key, 1],
    ]);
  });

  test("is known again by its sessions, takes the place of what was here, and keeps its stars", async () => {
    const key = await bringIn(db, fromFile(other), null);
    await addStar(db, key, "s1", REAL_CLOCK);
    const moved = other.map((session) => ({ ...session, startsAt: session.startsAt + 60 }));
    const standing = await standingOf(db, sampleConference(moved), null);
    expect(standing).toEqual({ kind: "again", key, sessions: 2, addedAt: 1_000 });
    expect(await bringIn(db, fromFile(moved, 2_000), key)).toBe(key);
    expect((await readConference(db, key))?.sessions[0]?.startsAt).toBe(61);
    expect(await readStars(db, key)).toHaveLength(1);
    expect(await readSources(db)).toMatchObject([{ key, addedAt: 2_000, since: { at: 1_000 } }]);
  });

  test("is known again by its address, whatever is in it", async () => {
    const address = "https://a.example/x.ics";
    const key = await bringIn(db, { ...fromFile(other), address, fileName: null }, null);
    const next = sampleConference([sampleSession({ id: "n", title: "Next year" })]);
    expect(await standingOf(db, next, address)).toMatchObject({ kind: "again", key });
    expect(await standingOf(db, next, null)).toEqual({ kind: "new" });
  });

  test("from a file keeps the address that it is refreshed from", async () => {
    const address = "https://a.example/x.ics";
    const key = await bringIn(db, { ...fromFile(other), address, timeZone: "Asia/Tokyo" }, null);
    await bringIn(db, fromFile(other), key);
    expect(await readSource(db, key)).toMatchObject({ address, timeZone: "Asia/Tokyo" });
  });

  test("may be the site's own, and is then said to be", async () => {
    expect(await standingOf(db, sampleConference(own), null)).toEqual({ kind: "own" });
    expect(await standingOf(db, sampleConference(other), null)).toEqual({ kind: "new" });
  });

  test("gets the same key on every device, and another beside one that has it", async () => {
    const key = await bringIn(db, fromFile(other), null);
    const beside = await bringIn(db, fromFile(other), null);
    expect(beside).not.toBe(key);
    expect(await bringIn(openTestDb(), fromFile(other), null)).toBe(key);
  });
});

describe("a conference that is removed", () => {
  test("leaves nothing of itself, and comes back as it was; the others are not touched", async () => {
    await addStar(db, HOME, "s1", REAL_CLOCK);
    const before = await everything();
    const key = await bringIn(db, fromFile(other), null);
    await addStar(db, key, "s1", REAL_CLOCK);
    await setPassed(db, key, "s2", true);
    await setLead(db, key, "s1", 15, REAL_CLOCK);
    await rememberExport(db, key, [{ sessionId: "s1", sequence: 3, told: null }]);
    const rung = { key: `real|${key}/s1@1`, run: "real", conference: key, sessionId: "s1" };
    await db.table("deliveries").add(rung);
    await writeSetting(db, "shown", key);
    const with2 = await everything();

    const removed = await removeConference(db, key);
    expect(await everything()).toEqual({ ...before, settings: [{ name: "shown", value: HOME }] });
    if (removed) await restoreConference(db, key, removed);
    expect(await everything()).toEqual(with2);
  });

  test("stays hidden where another was shown", async () => {
    const key = await bringIn(db, fromFile(other), null);
    const removed = await removeConference(db, key);
    if (removed) await restoreConference(db, key, removed);
    expect(await readSetting(db, "shown")).toBe(HOME);
  });

  test("is never the site's own", async () => {
    expect(await removeConference(db, HOME)).toBeNull();
    expect(await readConference(db, HOME)).toBeDefined();
  });
});
