import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { remindersOf } from "../domain/reminder";
import { sampleSession } from "../domain/sample";
import { FIRST_WISHES } from "../domain/wishes";
import { endRehearsal, readClock, startRehearsal } from "./clock";
import { claimDelivery, markMissed, markShown, readLog, releaseClaim, TAKEOVER } from "./deliveries";
import { nextSequences, rememberExport } from "./exports";
import { HOME } from "./home";
import { openStore } from "./open-store";
import { openTestDb } from "./open-test-db";
import { addStar, readStars, removeStar, restoreStar } from "./stars";
import { changeWishes, readAsked, setLead } from "./wishes";

const [reminder] = remindersOf(sampleSession(), "feed");
if (!reminder) throw new Error("the sample has an alarm");

describe("stars", () => {
  test("a star that is taken away and given back is as old as it was", async () => {
    const db = openTestDb();
    await addStar(db, HOME, "s1", REAL_CLOCK);
    const [before] = await readStars(db, HOME);
    const removed = await removeStar(db, HOME, "s1");
    expect(await readStars(db, HOME)).toEqual([]);
    if (removed) await restoreStar(db, HOME, removed);
    expect(await readStars(db, HOME)).toEqual([before]);
  });

  test("starring twice keeps the first moment", async () => {
    const db = openTestDb();
    await addStar(db, HOME, "s1", REAL_CLOCK);
    const before = await readStars(db, HOME);
    await new Promise((resolve) => setTimeout(resolve, 2));
    await addStar(db, HOME, "s1", REAL_CLOCK);
    expect(await readStars(db, HOME)).toEqual(before);
  });
});

describe("the claim to ring", () => {
  const claim = (db: ReturnType<typeof openTestDb>, at: number, run = "real") =>
    claimDelivery(db, run, reminder, "page", at);

  test("goes to one of many callers", async () => {
    const factory = new IDBFactory();
    const tabs = Array.from({ length: 6 }, () => openTestDb(factory));
    const won = await Promise.all(tabs.map((db) => claim(db, 1_000)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test("may be taken over after ten seconds in which nothing was shown, once", async () => {
    const db = openTestDb();
    await claim(db, 0);
    expect(await claim(db, TAKEOVER - 1)).toBe(false);
    expect(await claim(db, TAKEOVER)).toBe(true);
    expect(await claim(db, TAKEOVER + 1)).toBe(false);
  });

  test("that was made by a clock since set back does not stand for ever", async () => {
    const db = openTestDb();
    await claim(db, 10 * TAKEOVER);
    expect(await claim(db, 0)).toBe(true);
  });

  test("is over once it has been shown, or missed", async () => {
    const db = openTestDb();
    await claim(db, 0);
    await markShown(db, "real", reminder, { shownAt: 5, lateness: 0, shownAs: "notification" });
    expect(await claim(db, 10 * TAKEOVER)).toBe(false);
    await markMissed(db, "real", [reminder], "page", 0);
    expect(await readLog(db, "real")).toMatchObject([{ shownAt: 5, missed: false }]);
    await markMissed(db, "other", [reminder], "page", 0);
    expect(await claim(db, 10 * TAKEOVER, "other")).toBe(false);
  });

  test("is given back by who holds it, not by who has lost it", async () => {
    const db = openTestDb();
    await claim(db, 0);
    await releaseClaim(db, "real", reminder, 0);
    expect(await claim(db, 1)).toBe(true);
    // The caller of 1 hangs; another takes over and shows the card, then the first gives up.
    expect(await claim(db, 1 + TAKEOVER)).toBe(true);
    await releaseClaim(db, "real", reminder, 1);
    expect(await claim(db, 2 + TAKEOVER)).toBe(false);
    await markShown(db, "real", reminder, { shownAt: 5, lateness: 0, shownAs: "notification" });
    await releaseClaim(db, "real", reminder, 1);
    expect(await readLog(db, "real")).toMatchObject([{ shownAt: 5 }]);
  });

  test("of one run counts for no other", async () => {
    const db = openTestDb();
    expect(await claim(db, 0, "one")).toBe(true);
    expect(await claim(db, 0, "two")).toBe(true);
  });
});

describe("the app's clock", () => {
  test("each rehearsal is a fresh run, and ends in the real one", async () => {
    const db = openTestDb();
    const one = await startRehearsal(db, 5_000, 1, 1_000);
    const two = await startRehearsal(db, 5_000, 60, 2_000);
    expect([one.offset, two.offset]).toEqual([4_000, 3_000]);
    expect(one.run).not.toBe(two.run);
    expect(await readClock(db)).toEqual(two);
    await endRehearsal(db);
    expect(await readClock(db)).toEqual(REAL_CLOCK);
  });

  test("forgets what rang in a rehearsal, and nothing of the real day", async () => {
    const db = openTestDb();
    const { run } = await startRehearsal(db, 0, 1, 0);
    await claimDelivery(db, run, reminder, "page", 0);
    await claimDelivery(db, "real", reminder, "page", 0);
    await endRehearsal(db);
    expect((await db.deliveries.toArray()).map((row) => row.run)).toEqual(["real"]);
  });
});

test("a calendar file's sequence is at least the feed's and above that of every file before", async () => {
  const db = openTestDb();
  const next = async (sequence: number) => {
    const session = sampleSession({ sequence });
    const next = (await nextSequences(db, HOME, [session])).get(session.id) ?? -1;
    const { id: sessionId, title, startsAt, endsAt, allDay, room } = session;
    const told = { sessionId, title, startsAt, endsAt, allDay, room, cancelled: false, withAgenda: false };
    await rememberExport(db, HOME, [{ sessionId, told, sequence: next }]);
    return next;
  };
  expect([await next(3), await next(3), await next(3), await next(12), await next(0)]).toEqual([
    3, 4, 5, 12, 13,
  ]);
});

describe("wishes", () => {
  test("carry the moment at which each was set", async () => {
    const db = openTestDb();
    await changeWishes(db, REAL_CLOCK, FIRST_WISHES, { lead: 10 });
    const { wishes: first } = await readAsked(db, HOME);
    expect(first).toMatchObject({ lead: 10, leadSince: { run: "real" }, scope: "stars", scopeSince: null });
    await changeWishes(db, REAL_CLOCK, first, { scope: "every" });
    const { wishes: then } = await readAsked(db, HOME);
    expect(then).toMatchObject({ lead: 10, leadSince: first.leadSince, scope: "every" });
    expect(then.scopeSince).not.toBeNull();
  });

  test("for one session are kept apart for each conference", async () => {
    const db = openTestDb();
    await setLead(db, HOME, "s1", 15, REAL_CLOCK);
    await setLead(db, HOME, "s1", "none", REAL_CLOCK);
    await setLead(db, "other", "s1", 0, REAL_CLOCK);
    expect((await readAsked(db, HOME)).leads).toMatchObject([{ sessionId: "s1", lead: "none" }]);
    await setLead(db, HOME, "s1", null, REAL_CLOCK);
    expect((await readAsked(db, HOME)).leads).toMatchObject([{ sessionId: "s1", lead: null }]);
  });
});

describe("opening the store", () => {
  test("where the browser refuses, everything works in memory and the attendee is told", async () => {
    vi.stubGlobal("indexedDB", undefined);
    const troubles: (string | null)[] = [];
    const db = await openStore(import("./db"), "/refused/", (trouble) => troubles.push(trouble));
    await addStar(db, HOME, "s1", REAL_CLOCK);
    expect(await readStars(db, HOME)).toHaveLength(1);
    expect(troubles).toEqual(["not-lasting"]);
    vi.unstubAllGlobals();
  });
});
