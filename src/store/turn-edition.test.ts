import { beforeEach, describe, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { DAY } from "../domain/time";
import { owedBy } from "../reminders/owed";
import { fillDevice, OWN, sampleDelivery } from "./backup-sample";
import { noteChanges, readNews } from "./changes";
import { startRehearsal } from "./clock";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { AFTER, again, arrive, onlyPast, pastOf, rowsOf, START, YEAR } from "./edition-sample";
import { readPastUids } from "./exports";
import { HOME } from "./home";
import { readAllKept } from "./kept";
import { MOVING, STAYING } from "./move-rows";
import { openTestDb } from "./open-test-db";
import { removeConference, restoreConference } from "./remove-conference";
import { readSetting } from "./settings";
import { addStar, readStars } from "./stars";

let db: Db;
let brought: string;

beforeEach(async () => {
  db = openTestDb();
  brought = await fillDevice(db);
  await noteChanges(db, HOME, [{ sessionId: "s1", title: "Pencils", aspects: [] } as never], 1);
  await db.looked.put({ key: HOME, upTo: 0 });
  await db.freshness.update(HOME, { failure: { reason: "Lost.", unreachable: true } });
  // A trial of reminders belongs to this device.
  await db.deliveries.put(sampleDelivery({ key: "real|trackside:test@1", sessionId: "trackside:test" }));
});

describe("next year's schedule at the same address", () => {
  test("begins with nothing of the attendee's, and last year's keeps all of it, in every table", async () => {
    expect([...MOVING, ...STAYING].sort()).toEqual(db.tables.map(({ name }) => name).sort());
    const before = await rowsOf(db, HOME);
    const others = await rowsOf(db, brought);
    for (const name of MOVING) expect(before[name], name).not.toEqual([]);
    expect(await arrive(db, again(1), AFTER)).toEqual({ kind: "replaced", changes: [] });

    const { key, edition } = await onlyPast(db);
    expect(edition).toEqual({ of: HOME, next: "Pencil Days" });
    const kept = await rowsOf(db, key);
    for (const name of MOVING) {
      if (["conferences", "freshness"].includes(name)) continue;
      expect(kept[name], name).toEqual(before[name]);
    }
    expect(kept.freshness).toMatchObject([{ savedAt: 0, failure: null }]);
    expect((await readConference(db, key))?.sessions).toEqual(OWN);
    expect((await readConference(db, HOME))?.sessions).toEqual(again(1));
    const { conferences: _, details: __, bytes: ___, freshness: ____, ...said } = await rowsOf(db, HOME);
    expect(Object.values(said).flat()).toEqual([]);
    expect(await rowsOf(db, brought)).toEqual(others);
    expect(await db.deliveries.get("real|trackside:test@1")).toBeDefined();
    expect(await readSetting(db, "turned")).toEqual({ of: HOME, at: AFTER, kept: key });
  });

  test("has another name than last year's, which gets as much of its date as it needs", async () => {
    await arrive(db, again(1), AFTER, { name: "Pencil Days 2031" });
    expect(await pastOf(db)).toMatchObject([{ name: "Pencil Days" }]);
    await addStar(db, HOME, "s1", REAL_CLOCK);
    await arrive(db, again(2), AFTER + YEAR, { name: "Pencil Days" });
    expect((await pastOf(db)).map(({ name }) => name)).toEqual(["Pencil Days", "Pencil Days 2031"]);
    await addStar(db, HOME, "s1", REAL_CLOCK);
    await arrive(db, again(3), AFTER + 2 * YEAR, { name: "Pencil Days" });
    const names = ["Pencil Days", "Pencil Days 2031", "Pencil Days (2032)"];
    expect((await pastOf(db)).map(({ name }) => name)).toEqual(names);
    for (const { key, name } of await pastOf(db)) expect((await readConference(db, key))?.name).toBe(name);
  });

  test("is nothing that could have changed: no news, none missed, and nothing of last year's rings", async () => {
    await arrive(db, again(1), AFTER);
    const { key } = await onlyPast(db);
    expect((await readNews(db, HOME)).changes).toEqual([]);
    expect((await readNews(db, key)).changes).toHaveLength(1);
    // In a rehearsal of last year's first morning all of its reminders would be to come.
    const clock = await startRehearsal(db, START - DAY, 1, AFTER);
    const owed = owedBy(await readAllKept(db), clock).map(({ conference }) => conference);
    expect(owed.filter((one) => one === brought)).not.toEqual([]);
    expect(owed.filter((one) => one !== brought)).toEqual([]);
  });

  test("leaves the calendar's entries of last year alone", async () => {
    await arrive(db, again(1), AFTER);
    expect([...(await readPastUids(db, HOME))].sort()).toEqual(["older", "s2"]);
    expect(await readPastUids(db, brought)).toEqual(new Set());
  });

  test("comes whole or not at all", async () => {
    const before = await rowsOf(db, HOME);
    const settings = await db.settings.toArray();
    const put = vi.spyOn(db.conferences, "put");
    put.mockImplementation(({ key }) => {
      if (key === HOME) throw new Error("The disk is full.");
      return db.table("conferences").bulkPut([]) as never;
    });
    await expect(arrive(db, again(1), AFTER)).rejects.toThrow("The disk is full.");
    put.mockRestore();
    expect(await rowsOf(db, HOME)).toEqual(before);
    expect(await pastOf(db)).toEqual([]);
    expect(await db.settings.toArray()).toEqual(settings);
  });

  test("leaves nothing behind of one to which the attendee has said nothing", async () => {
    const { rows } = (await removeOwn()) ?? {};
    expect(rows).not.toEqual([]);
    expect(await arrive(db, again(1), AFTER)).toEqual({ kind: "replaced", changes: [] });
    expect(await pastOf(db)).toEqual([]);
    expect((await readNews(db, HOME)).changes).toEqual([]);
    expect(await db.looked.get(HOME)).toBeUndefined();
    // Nothing to be told, and no page to be drawn anew: it may be somebody's first visit, at any address.
    expect(await readSetting(db, "turned")).toBeNull();
  });

  test("is the same for a conference that the attendee has brought in, from its own address", async () => {
    const sessions = (await readConference(db, brought))?.sessions ?? [];
    const later = sessions.map((one) => ({
      ...one,
      startsAt: one.startsAt + YEAR,
      endsAt: one.endsAt + YEAR,
    }));
    const before = await rowsOf(db, brought);
    await arrive(db, later, AFTER + 20 * DAY, { of: brought, name: "Blunt Days 2031" });
    const { key, ...source } = await onlyPast(db);
    expect(source).toMatchObject({ name: "Blunt Days", address: null, edition: { of: brought } });
    expect((await rowsOf(db, key)).deliveries).toEqual(before.deliveries);
    expect(await readStars(db, brought)).toEqual([]);
    expect(await db.sources.get(brought)).toMatchObject({ name: "Blunt Days 2031" });
  });
});

/** Takes away what the attendee has said of the site's own conference. */
async function removeOwn() {
  const said = ["stars", "passes", "leads", "notes", "visits", "entries", "friends", "exports"];
  const rows = await Promise.all(said.map((name) => db.table(name).where({ conference: HOME }).toArray()));
  for (const name of said) await db.table(name).where({ conference: HOME }).delete();
  await db.deliveries.filter(({ conference, sessionId }) => !conference && sessionId === "s1").delete();
  return { rows: rows.flat() };
}

test("what is kept of last year can be removed, and comes back whole", async () => {
  await arrive(db, again(1), AFTER);
  const { key } = await onlyPast(db);
  const before = await rowsOf(db, key);
  const removed = await removeConference(db, key);
  expect(Object.values(await rowsOf(db, key)).flat()).toEqual([]);
  if (removed) await restoreConference(db, key, removed);
  expect(await rowsOf(db, key)).toEqual(before);
  expect(await pastOf(db)).toHaveLength(1);
});
