import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { readPasses, setPassed } from "./passes";
import { addStar, readStars } from "./stars";

test("a session is passed over once, in its own conference, and that can be taken back", async () => {
  const db = openTestDb();
  await setPassed(db, HOME, "s1", true);
  await setPassed(db, HOME, "s1", true);
  await setPassed(db, "other", "s2", true);
  expect(await readPasses(db, HOME)).toMatchObject([{ sessionId: "s1" }]);
  await setPassed(db, HOME, "s1", false);
  expect(await readPasses(db, HOME)).toEqual([]);
});

test("a store of the version before keeps every row of the attendee's", async () => {
  const factory = new IDBFactory();
  const before = new Dexie("trackside:/test/", { indexedDB: factory, IDBKeyRange });
  before.version(2).stores({
    conferences: "key",
    details: "key",
    bytes: "key",
    freshness: "key",
    stars: "[conference+sessionId], conference",
    deliveries: "key, run",
    settings: "name",
    exports: "[conference+sessionId], conference",
    leads: "[conference+sessionId], conference",
  });
  const star = { conference: HOME, sessionId: "s1", starredAt: 1, run: "real", appStarredAt: 1 };
  const lead = { conference: HOME, sessionId: "s1", lead: 10, since: { at: 1, run: "real", appAt: 1 } };
  await before.table("stars").add(star);
  await before.table("leads").add(lead);
  await before.table("settings").add({ name: "scope", value: "stars" });
  before.close();

  const db = openTestDb(factory);
  expect(await readStars(db, HOME)).toEqual([star]);
  expect(await db.leads.toArray()).toEqual([lead]);
  expect(await db.settings.toArray()).toEqual([{ name: "scope", value: "stars" }]);
  expect(await readPasses(db, HOME)).toEqual([]);
  await addStar(db, HOME, "s2", REAL_CLOCK);
  expect(await readStars(db, HOME)).toHaveLength(2);
});
