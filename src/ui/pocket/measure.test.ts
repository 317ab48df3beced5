import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../../domain/clock";
import type { PocketTest } from "../../domain/pocket-test";
import { MINUTE, SECOND } from "../../domain/time";
import { testReminder } from "../../reminders/self-test";
import { startRehearsal } from "../../store/clock";
import type { Db } from "../../store/db";
import { claimDelivery, markShown } from "../../store/deliveries";
import { openTestDb } from "../../store/open-test-db";
import { readSetting, writeSetting } from "../../store/settings";
import { openMeasure } from "./measure";

const START = Date.parse("2030-05-21T10:00:00Z");
const here = { code: "/assets/a.js", browser: "Browser/1" };
const seen = Object.assign(new EventTarget(), { visibilityState: "hidden" });
const faults: unknown[] = [];
let db: Db;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: START });
  vi.stubGlobal("document", seen);
  vi.stubGlobal("Notification", { permission: "granted" });
  vi.stubGlobal("navigator", { serviceWorker: {} });
  vi.stubGlobal("reportError", (fault: unknown) => faults.push(fault));
  seen.visibilityState = "hidden";
  db = openTestDb();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  expect(faults).toEqual([]);
});

const testOf = () => readSetting(db, "pocketTest");
const asked = async () => (await readSetting(db, "selfTest"))?.dueAt;

/** The app comes into sight, or goes out of it. */
function show(visibilityState: "visible" | "hidden"): void {
  seen.visibilityState = visibilityState;
  seen.dispatchEvent(new Event("visibilitychange"));
}

/** Rings what is asked for at present as the bell does, `lateness` after its time. */
async function ring(lateness: number, shownAs: "notification" | "banner" = "notification"): Promise<void> {
  const reminder = testReminder(await readSetting(db, "selfTest"), REAL_CLOCK);
  if (!reminder) throw new Error("nothing is asked for");
  await claimDelivery(db, "real", reminder, "worker", reminder.fireAt);
  const shownAt = reminder.fireAt + lateness;
  await markShown(db, "real", reminder, { shownAt, lateness, shownAs });
}

/** Lets the measure look, `ms` after the beginning, until what is kept is so. */
async function lookUntil(measure: ReturnType<typeof openMeasure>, ms: number, isSo: () => Promise<unknown>) {
  vi.setSystemTime(START + ms);
  measure.look();
  await vi.waitFor(async () => expect(await isSo()).toBeTruthy());
}

test("one reminder after the other is asked for, and what is heard and shown of each is kept as it comes", async () => {
  const measure = openMeasure(db, here);
  const [one = 0, two = 0, three = 0] = measure.dues;
  await vi.waitFor(async () => expect(await asked()).toBe(one));
  expect(await testOf()).toMatchObject({ ...here, startedAt: START, cards: true, end: null });

  // Before its time there is nothing to look for.
  expect(measure.look()).toBe("going");
  measure.chimed(one, 12);
  measure.chimed(one + 1, 99);
  await ring(40);
  await lookUntil(measure, MINUTE, async () => (await asked()) === two);
  expect((await testOf())?.dues[0]).toEqual({ dueAt: one, heard: 12, shown: 40, hidden: true });

  // The second shows a banner, which nobody sees on a locked phone: a card is waited for ten seconds, and no longer.
  await ring(30, "banner");
  show("visible");
  measure.chimed(two, -7);
  await lookUntil(measure, 3 * MINUTE + 5 * SECOND, async () => (await testOf())?.dues[1]?.heard === -7);
  expect(await asked()).toBe(two);
  await lookUntil(measure, 3 * MINUTE + 11 * SECOND, async () => (await asked()) === three);
  expect((await testOf())?.dues[1]).toEqual({ dueAt: two, heard: -7, shown: null, hidden: false });

  show("hidden");
  measure.chimed(three, 3);
  await ring(5);
  await lookUntil(measure, 5 * MINUTE, async () => (await testOf())?.dues[2]?.shown === 5);
  await vi.waitFor(() => expect(measure.look()).toBe("done"));
  await measure.end("done");
  expect((await testOf())?.end).toBe("done");
});

test("what chimed out of sight proves nothing where the app was looked at since the one before", async () => {
  const measure = openMeasure(db, here);
  const [one = 0, two = 0, three = 0] = measure.dues;
  measure.chimed(one, 1);
  show("visible");
  show("hidden");
  measure.chimed(two, 1);
  measure.chimed(three, 1);
  await measure.end("done");
  expect((await testOf())?.dues.map(({ hidden }) => hidden)).toEqual([true, false, true]);
});

test.each([
  [
    "another test",
    () => writeSetting(db, "selfTest", { dueAt: START + 10 * SECOND, run: "real", locked: false }),
  ],
  ["a rehearsal", () => startRehearsal(db, START)],
])("%s that begins meanwhile takes its place, and is left as it is", async (_, begin) => {
  const measure = openMeasure(db, here);
  await vi.waitFor(async () => expect(await asked()).toBe(measure.dues[0]));
  await begin();
  const other = await readSetting(db, "selfTest");
  vi.setSystemTime(START + 10 * SECOND);
  await vi.waitFor(() => expect(measure.look()).toBe("crossed"));
  await measure.end(null);
  expect(await testOf()).toBeNull();
  if (other?.dueAt !== measure.dues[0]) expect(await readSetting(db, "selfTest")).toEqual(other);
});

test("an ordinary test that waits as it begins gives way to it", async () => {
  await writeSetting(db, "selfTest", { dueAt: START + 10 * SECOND, run: "real", locked: false });
  const measure = openMeasure(db, here);
  measure.look();
  await vi.waitFor(async () => expect(await asked()).toBe(measure.dues[0]));
  await readSetting(db, "wishes");
  expect(measure.look()).toBe("going");
  await measure.end(null);
});

test("where notifications are refused only the chimes are measured", async () => {
  vi.stubGlobal("Notification", { permission: "denied" });
  openMeasure(db, here);
  await vi.waitFor(async () => expect((await testOf())?.cards).toBe(false));
});

test.each(["paused", "broken"] as const)("ended by others it is kept as %s", async (how) => {
  const measure = openMeasure(db, here);
  await measure.end(how);
  expect(await testOf()).toMatchObject({ startedAt: START, end: how });
  expect(measure.look()).toBe("done");
  expect(await asked()).toBeUndefined();
});

test("ended by the attendee, what an earlier test has shown is known still, and nothing rings of this one", async () => {
  const before: PocketTest = { startedAt: 1, ...here, cards: true, dues: [], end: "done" };
  await writeSetting(db, "pocketTest", before);
  const measure = openMeasure(db, here);
  await vi.waitFor(async () => expect(await asked()).toBeGreaterThan(START));
  await measure.end(null);
  expect(await testOf()).toEqual(before);
  expect(await readSetting(db, "selfTest")).toBeNull();
});

test("one that begins as another is ended does not take that for what was known before", async () => {
  const one = openMeasure(db, here);
  await vi.waitFor(async () => expect(await testOf()).not.toBeNull());
  await Promise.all([one.end(null), openMeasure(db, here).end(null)]);
  expect(await testOf()).toBeNull();
});

test("ended as soon as it has begun nothing of it rings either", async () => {
  const measure = openMeasure(db, here);
  await measure.end(null);
  await vi.waitFor(async () => expect(await readSetting(db, "pocketTest")).toBeNull());
  await readSetting(db, "wishes");
  expect(await asked()).toBeUndefined();
});
