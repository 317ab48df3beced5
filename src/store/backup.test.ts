import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MINUTE } from "../domain/time";
import { bringBack, fillDevice, filled, planFor, putOwn, SAID, said, sampleDelivery } from "./backup-sample";
import { BACKUP_VERSION } from "./backup-schema";
import { startRehearsal } from "./clock";
import { readConference } from "./conferences";
import { HOME } from "./home";
import { makeBackup } from "./make-backup";
import { openTestDb } from "./open-test-db";
import { restore } from "./restore";

const FIXTURES = join(import.meta.dirname, "fixtures");

describe("a backup", () => {
  test("that is brought back to another device makes it the same, with what was brought in", async () => {
    const { db, key, text } = await filled();
    const other = openTestDb();
    await putOwn(other);
    await bringBack(other, text);
    expect(await said(other)).toEqual(await said(db));
    expect((await readConference(other, key))?.sessions).toEqual((await readConference(db, key))?.sessions);
    expect(JSON.parse(await makeBackup(other, SAID))).toEqual(JSON.parse(text));
  });

  test("holds nothing of a rehearsal: stars are as old as they are, what rang in it is left out", async () => {
    const db = openTestDb();
    await putOwn(db);
    const { run } = await startRehearsal(db, SAID, 1, 1_000);
    const star = { conference: HOME, sessionId: "s1", starredAt: 1_000, run, appStarredAt: SAID };
    await db.stars.put(star);
    await db.deliveries.bulkPut([
      sampleDelivery({ key: `${run}|s1@1`, run }),
      sampleDelivery({ key: "real|trackside:test@5", sessionId: "trackside:test" }),
      // A claim that is open.
      sampleDelivery({ shownAt: null, shownAs: null, lateness: null }),
    ]);
    const text = await makeBackup(db, SAID);
    expect(text).not.toContain(run);
    const other = openTestDb();
    await putOwn(other);
    await bringBack(other, text);
    expect(await other.stars.toArray()).toEqual([{ ...star, run: "real", appStarredAt: 1_000 }]);
    expect(await other.deliveries.toArray()).toEqual([]);
    expect((await other.settings.toArray()).map(({ name }) => name)).toEqual(["restored"]);
  });

  test("that is brought back into a rehearsal leaves it running", async () => {
    const { text } = await filled();
    const other = openTestDb();
    await putOwn(other);
    const clock = await startRehearsal(other, SAID);
    await bringBack(other, text);
    expect(await other.settings.get("clock")).toEqual({ name: "clock", value: clock });
  });

  test("does not hold the programme that the site has itself", async () => {
    const { text } = await filled();
    const [own] = JSON.parse(text).conferences;
    expect([own.feed, own.source]).toEqual([null, null]);
  });
});

describe("files of every version of the app", () => {
  const kept = readdirSync(FIXTURES).filter((name) => /^backup-v\d+\.json$/.test(name));

  test("are kept: add one, made by the app, with each new version of the file", () => {
    const versions = Array.from({ length: BACKUP_VERSION }, (_, index) => `backup-v${index + 1}.json`);
    expect(kept.sort()).toEqual(versions.sort());
  });

  test.each(kept)("%s is brought back with every kind of row", async (name) => {
    const db = openTestDb();
    await putOwn(db);
    const plan = await planFor(db, readFileSync(join(FIXTURES, name), "utf8"));
    expect(plan.unread).toEqual({});
    await restore(db, plan, "replace");
    const first = openTestDb();
    await fillDevice(first);
    expect(await said(db)).toEqual(await said(first));
  });
});

test("whatever the attendee has said comes back as it was", { timeout: MINUTE }, async () => {
  const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
  const word = fc.string({ unit: "binary", maxLength: 40 });
  const id = fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
    fc.constantFrom("__proto__", "constructor", "toString", "s1", "a|b@1", "key-0/x"),
  );
  const marks = <Row extends object>(row: fc.Arbitrary<Row>) =>
    fc.uniqueArray(row, {
      maxLength: 6,
      selector: (one) => (one as { sessionId?: string; id?: string }).sessionId ?? (one as { id: string }).id,
    });
  const rows = fc.record({
    stars: marks(fc.record({ sessionId: id, starredAt: instant })),
    passes: marks(fc.record({ sessionId: id })),
    notes: marks(fc.record({ sessionId: id, text: word, editedAt: instant })),
    friends: marks(fc.record({ id, name: word, sessionIds: fc.array(id), receivedAt: instant })),
  });
  await fc.assert(
    fc.asyncProperty(rows, async ({ stars, passes, notes, friends }) => {
      const db = openTestDb();
      const conference = HOME;
      await db.stars.bulkPut(
        stars.map((star) => ({ ...star, conference, run: "real", appStarredAt: star.starredAt })),
      );
      await db.passes.bulkPut(passes.map((row) => ({ ...row, conference })));
      await db.notes.bulkPut(notes.map((row) => ({ ...row, conference })));
      await db.friends.bulkPut(friends.map((row) => ({ ...row, conference })));
      const other = openTestDb();
      await bringBack(other, await makeBackup(db, SAID), "add");
      expect(await said(other)).toEqual(await said(db));
    }),
    { numRuns: 25 },
  );
});
