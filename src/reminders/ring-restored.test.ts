import { expect, test } from "vitest";
import { HOUR, MINUTE } from "../domain/time";
import { everythingIn, filled, OWN, planFor, putOwn } from "../store/backup-sample";
import { readLog } from "../store/deliveries";
import { makeBackup } from "../store/make-backup";
import { openTestDb } from "../store/open-test-db";
import { restore, undoRestore } from "../store/restore";
import { type RingDoors, ring } from "./ring";

const START = (OWN[0] as (typeof OWN)[0]).startsAt;

const doorsAt = (now: number, shown: string[]): RingDoors => ({
  by: "page",
  deviceNow: () => now,
  scope: "https://example.org/",
  canShow: () => true,
  show: async ({ tag }) => {
    shown.push(tag);
    return "notification";
  },
});

/** A backup, with a star on the second session besides, brought to a new device at `now`. */
async function broughtBack(now: number) {
  const { db: first } = await filled();
  const star = { conference: "home", sessionId: "s2", starredAt: 1, run: "real", appStarredAt: 1 };
  await first.stars.put(star);
  await first.deliveries.clear();
  const text = await makeBackup(first, now);
  const db = openTestDb();
  await putOwn(db);
  const before = await everythingIn(db);
  const restored = await restore(db, await planFor(db, text), "replace", now);
  return { db, before, restored };
}

test("what had passed when a backup came is neither rung nor missed; what is to come rings", async () => {
  const now = START + MINUTE; // A reminder of before would still be rung, late.
  const { db } = await broughtBack(now);
  const shown: string[] = [];
  const next = await ring(db, doorsAt(now, shown));
  expect([shown, await readLog(db, "real")]).toEqual([[], []]);
  // The second session rings ten minutes before, as was wished.
  expect(next).toBe(START + HOUR - 10 * MINUTE);
  await ring(db, doorsAt(START + HOUR - 10 * MINUTE, shown));
  expect(shown).toEqual([`s2@${START + HOUR - 10 * MINUTE}`]);
});

test("a backup that is brought back when all is over lists nothing as missed, and its undo leaves nothing", async () => {
  const now = START + 100 * 24 * HOUR;
  const { db, before, restored } = await broughtBack(now);
  await ring(db, doorsAt(now, []));
  expect(await readLog(db, "real")).toEqual([]);
  await undoRestore(db, restored);
  expect(await everythingIn(db)).toEqual(before);
});
