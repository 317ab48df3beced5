import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { confirmFresh } from "./conferences";
import type { Db } from "./db";
import { putEntry, removeEntry } from "./entries";
import { HOME } from "./home";
import { openStore } from "./open-store";
import { addStar, newStar, removeStar, restoreStar } from "./stars";
import { watchPlan } from "./watch";
import { setLead } from "./wishes";

// In memory for all of the library: live queries ask for the browser's database, not for this one's.
let db: Db;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", undefined);
  db = await openStore(import("./db"), "/watched/", () => undefined);
});
afterEach(() => {
  db.close();
  vi.unstubAllGlobals();
});

test("whatever changes the plan is told, a star that is set anew too, and none of the stars is read for it", async () => {
  await addStar(db, HOME, "s1", REAL_CLOCK);
  const read = vi.fn((row: unknown) => row);
  db.stars.hook("reading", read);
  let told = 0;
  const stop = watchPlan(db, () => {
    told += 1;
  });
  const toldOf = async (change: () => Promise<unknown>) => {
    const before = told;
    await change();
    await vi.waitFor(() => expect(told).toBeGreaterThan(before));
  };
  await toldOf(async () => undefined);
  await toldOf(() => addStar(db, HOME, "s2", REAL_CLOCK));
  await toldOf(() => restoreStar(db, HOME, { ...newStar("s2", REAL_CLOCK), starredAt: 1 }));
  expect(read).not.toHaveBeenCalled();
  await toldOf(() => removeStar(db, HOME, "s2"));
  await toldOf(() => setLead(db, HOME, "s1", 10, REAL_CLOCK));
  await toldOf(() => setLead(db, HOME, "s1", 15, REAL_CLOCK));
  const entry = { sessionId: "own:1", title: "Coffee", startsAt: 1, endsAt: 2, room: null };
  await toldOf(() => putEntry(db, HOME, entry, REAL_CLOCK));
  await toldOf(() => putEntry(db, HOME, { ...entry, startsAt: 0 }, REAL_CLOCK));
  await toldOf(() => removeEntry(db, HOME, "own:1"));
  await toldOf(() => confirmFresh(db, HOME, 5, { size: 9, edition: undefined }));
  stop();
});
