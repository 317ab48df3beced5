import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import type { Reminder } from "../domain/reminder";
import { MINUTE } from "../domain/time";
import { openTestDb } from "../store/open-test-db";
import { simulate, type Theatre } from "./simulate";
import { type Life, lives } from "./simulated-life";

type Deliveries = typeof import("../store/deliveries");
type Reminders = typeof import("../domain/reminder");
type Cards = typeof import("./card");

/** A bug that is found at all is found in far fewer lives. */
const RUNS = 400;

const clock = { now: 0 };
vi.spyOn(Date, "now").mockImplementation(() => clock.now);
afterAll(() => vi.restoreAllMocks());
afterEach(() => {
  vi.doUnmock("../store/deliveries");
  vi.doUnmock("../domain/reminder");
  vi.doUnmock("./card");
});

/** The store with some of its doings about deliveries done wrongly. */
const plantInDeliveries = (wrong: (right: Deliveries) => Partial<Deliveries>) =>
  vi.doMock("../store/deliveries", async (original) => {
    const right = await original<Deliveries>();
    return { ...right, ...wrong(right) };
  });

/** The domain with some of its answers about reminders given wrongly. */
const plantInReminders = (wrong: (right: Reminders) => Partial<Reminders>) =>
  vi.doMock("../domain/reminder", async (original) => {
    const right = await original<Reminders>();
    return { ...right, ...wrong(right) };
  });

/** The first violations that lives with the planted bug come to, or none. */
async function found(of: fc.Arbitrary<Life> = lives, spoil = (ring: Theatre["ring"]) => ring) {
  vi.resetModules();
  const { ring } = await import("./ring");
  const factory = new IDBFactory();
  const [hand, ...cast] = Array.from({ length: 5 }, () => openTestDb(factory));
  if (!hand) throw new Error("there are five");
  let violations: readonly string[] = [];
  const property = fc.asyncProperty(of, async (life) => {
    violations = await simulate(life, { hand, cast, clock, ring: spoil(ring) });
    return violations.length === 0;
  });
  const { failed } = await fc.check(property, { numRuns: RUNS, seed: 20300521, endOnFailure: true });
  return failed ? violations.join("\n") : "";
}

/** Sessions with one alarm at most, so that nothing but a move can give them a second reminder. */
const oneAlarmEach = lives.map((life) => ({
  ...life,
  sessions: life.sessions.map((session) => ({ ...session, alarms: session.alarms.slice(0, 1) })),
}));

describe("the simulation finds", { timeout: 300_000 }, () => {
  test("a claim that everybody wins", async () => {
    plantInDeliveries(({ claimDelivery }) => ({
      claimDelivery: async (...claim) => (await claimDelivery(...claim)) || true,
    }));
    expect(await found()).toMatch(/^twice: /m);
  });

  test("a claim of a killed caller that nobody takes over", async () => {
    plantInDeliveries(({ claimDelivery, readDeliveries }) => ({
      claimDelivery: async (db, run, reminder, by, at) =>
        !(await readDeliveries(db, run)).has(reminder.id) && claimDelivery(db, run, reminder, by, at),
    }));
    expect(await found()).toMatch(/^not shown though due: /m);
  });

  test("a claim that is given back by who has lost it", async () => {
    plantInDeliveries(() => ({
      releaseClaim: async (db, run, { id }) => db.deliveries.delete(`${run}|${id}`),
    }));
    expect(await found()).toMatch(/^twice: /m);
  });

  test("a caller that was frozen after its claim and does not notice", async () => {
    const unaware: (ring: Theatre["ring"]) => Theatre["ring"] = (ring) => (db, doors) => {
      const calledAt = doors.deviceNow();
      return ring(db, { ...doors, deviceNow: () => calledAt });
    };
    expect(await found(lives, unaware)).toMatch(/^(twice|not wanted|too late): /m);
  });

  test("deliveries of one run that count in another", async () => {
    plantInDeliveries(() => ({
      readDeliveries: async (db) => {
        const rows = await db.deliveries.toArray();
        return new Map(rows.map((row) => [row.key.slice(row.run.length + 1), row]));
      },
    }));
    expect(await found()).toMatch(/^(not shown though due|would sleep over|lost): /m);
  });

  test("a moved session that is known by its UID alone", async () => {
    const byUid = (reminder: Reminder) => ({ ...reminder, id: reminder.session.uid });
    plantInReminders(({ planOf }) => ({ planOf: (...of) => planOf(...of).map(byUid) }));
    expect(await found(oneAlarmEach)).toMatch(/^(not shown though due|would sleep over|lost): /m);
  });

  test("a ring at any lateness", async () => {
    plantInReminders(() => ({ verdictOf: ({ fireAt }, now) => (now < fireAt ? "wait" : "ring") }));
    expect(await found()).toMatch(/^too late: /m);
  });

  test("no ring at any lateness", async () => {
    plantInReminders(({ verdictOf }) => ({
      verdictOf: (reminder, now) => (now > reminder.fireAt ? "missed" : verdictOf(reminder, now)),
    }));
    expect(await found()).toMatch(/^missed before its time: /m);
  });

  test("a ring a minute early", async () => {
    plantInReminders(({ verdictOf }) => ({
      verdictOf: (reminder, now) => verdictOf(reminder, now + MINUTE),
    }));
    expect(await found()).toMatch(/^early: /m);
  });

  test("stars that reach back into the past", async () => {
    plantInReminders(({ planOf }) => ({
      planOf: (conference, { stars, ...asked }, now) =>
        planOf(conference, { ...asked, stars: stars.map((star) => ({ ...star, starredAt: 0 })) }, now),
    }));
    expect(await found()).toMatch(/^not asked for in time: /m);
  });

  test("a clock time of another zone", async () => {
    vi.doMock("./card", async (original) => {
      const { cardFor, ...others } = await original<Cards>();
      const abroad: typeof cardFor = (reminder, now, sounds, place) =>
        cardFor(reminder, now, sounds, { ...place, timeZone: "Etc/GMT-1" });
      return { ...others, cardFor: abroad };
    });
    expect(await found()).toMatch(/^at a wrong clock time /m);
  });

  test("words of a minute ago", async () => {
    vi.doMock("./card", async (original) => {
      const { cardFor, ...others } = await original<Cards>();
      const slow: typeof cardFor = (reminder, now, ...rest) => cardFor(reminder, now - MINUTE, ...rest);
      return { ...others, cardFor: slow };
    });
    expect(await found()).toMatch(/^in wrong words /m);
  });

  test("a caller that wants to be called too late", async () => {
    const late: (ring: Theatre["ring"]) => Theatre["ring"] = (ring) => async (db, doors) => {
      const next = await ring(db, doors);
      return next === null ? null : next + MINUTE;
    };
    expect(await found(lives, late)).toMatch(/^would sleep over /m);
  });
});
