import { IDBFactory } from "fake-indexeddb";
import { describe, expect, test } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { HOUR, MINUTE, SECOND } from "../domain/time";
import { endRehearsal, startRehearsal } from "../store/clock";
import { replaceConference } from "../store/conferences";
import type { Db } from "../store/db";
import { readLog, TAKEOVER } from "../store/deliveries";
import { HOME } from "../store/home";
import { openTestDb } from "../store/open-test-db";
import { writeSetting } from "../store/settings";
import { restoreStar } from "../store/stars";
import type { Card } from "./card";
import { type RingDoors, type RingState, ring } from "./ring";

const session = sampleSession();
const fireAt = session.startsAt - 5 * MINUTE;
const scope = "https://example.org/app/";

/** One device: a store that several doors share, its clock, and what it has shown. */
async function device(sessions: readonly Session[] = [session], starred: readonly Session[] = sessions) {
  const factory = new IDBFactory();
  const db = openTestDb(factory);
  await put(db, sessions);
  for (const { id } of starred) {
    await restoreStar(db, HOME, { sessionId: id, starredAt: 0, run: "real", appStarredAt: 0 });
  }
  const shown: Card[] = [];
  const world = { now: 0 };
  const doors = (over: Partial<RingDoors> = {}): RingDoors => ({
    by: "page",
    deviceNow: () => world.now,
    scope,
    canShow: () => true,
    show: async (card) => {
      shown.push(card);
      return "notification" as const;
    },
    ...over,
  });
  const ringAt = (now: number, over: Partial<RingDoors> = {}, tab = db) => {
    world.now = now;
    return ring(tab, doors(over));
  };
  return { db, factory, shown, ringAt };
}

async function put(db: Db, sessions: readonly Session[]): Promise<void> {
  await replaceConference(db, HOME, {
    conference: sampleConference(sessions),
    details: { sessions: {}, report: [] },
    bytes: new Uint8Array(),
    savedAt: 0,
  });
}

describe("ring", () => {
  test("rings at the trigger, once, and says when to call again", async () => {
    const { ringAt, shown } = await device();
    expect(await ringAt(fireAt - SECOND)).toBe(fireAt);
    expect(shown).toEqual([]);
    // The card is looked at again as the session begins.
    expect(await ringAt(fireAt)).toBe(session.startsAt);
    await ringAt(fireAt + 1);
    expect(shown).toEqual([
      {
        title: "Sharpening pencils",
        body: "starts in 5 min · Hall H · 14:00",
        tag: `s1@${fireAt}`,
        sounds: true,
        data: {
          sessionId: "s1",
          uid: "s1",
          fireAt,
          startsAt: session.startsAt,
          endsAt: session.endsAt,
          room: "Hall H",
          url: `${scope}#/session/s1`,
          run: "real",
          insists: true,
          isNews: false,
          isNextUp: false,
        },
      },
    ]);
  });

  test("of six callers at one instant one rings", async () => {
    const { factory, ringAt, shown } = await device();
    const tabs = Array.from({ length: 6 }, () => openTestDb(factory));
    await Promise.all(tabs.map((tab) => ringAt(fireAt, {}, tab)));
    expect(shown).toHaveLength(1);
  });

  test("rings nothing that is not starred", async () => {
    const { ringAt, shown } = await device([session], []);
    expect(await ringAt(fireAt)).toBeNull();
    expect(shown).toEqual([]);
  });

  test("rings late until two minutes after the start, and says so", async () => {
    const { ringAt, shown } = await device();
    await ringAt(session.startsAt + 2 * MINUTE);
    expect(shown[0]?.body).toMatch(/^started 2 min ago · /);
  });

  test("keeps as missed what is later than that, and never shows it", async () => {
    const { db, ringAt, shown } = await device();
    await ringAt(session.startsAt + 2 * MINUTE + 1);
    await ringAt(session.startsAt + HOUR);
    expect(shown).toEqual([]);
    expect(await readLog(db, "real")).toMatchObject([{ sessionId: "s1", fireAt, missed: true }]);
  });

  test("takes over from a caller that was killed between claim and card", async () => {
    const { ringAt, shown } = await device();
    void ringAt(fireAt, { show: () => new Promise(() => undefined) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await ringAt(fireAt + SECOND)).toBe(fireAt + SECOND + TAKEOVER);
    expect(shown).toEqual([]);
    await ringAt(fireAt + TAKEOVER);
    expect(shown).toHaveLength(1);
  });

  test("who fails to show it too slowly takes nothing from who has shown it meanwhile", async () => {
    const { ringAt, shown } = await device();
    let fail: (value: null) => void = () => undefined;
    const slow = ringAt(fireAt, { show: () => new Promise((resolve) => (fail = resolve)) });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await ringAt(fireAt + TAKEOVER);
    fail(null);
    await slow;
    await ringAt(fireAt + TAKEOVER + SECOND);
    expect(shown).toHaveLength(1);
  });

  /** Freezes a page right after one of its steps, until what comes back is called. */
  function freezeAfter(target: object, step: "transaction" | "get"): () => void {
    let thaw: () => void = () => undefined;
    const frozen = new Promise<void>((resolve) => (thaw = resolve));
    const take = Reflect.get(target, step).bind(target) as (...args: unknown[]) => Promise<unknown>;
    const value = async (...args: unknown[]) => {
      const result = await take(...args);
      await frozen;
      return result;
    };
    Object.defineProperty(target, step, { value });
    return () => thaw();
  }

  test("a page that was frozen after its claim does not ring again what another has rung", async () => {
    const { factory, ringAt, shown } = await device();
    const tab = openTestDb(factory);
    const thaw = freezeAfter(tab, "transaction");
    const rung = ringAt(fireAt, {}, tab);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await ringAt(fireAt + TAKEOVER);
    thaw();
    await rung;
    expect(shown).toHaveLength(1);
  });

  test.each([
    ["had read the schedule", (tab: Db) => freezeAfter(tab.conferences, "get")],
    ["had claimed a reminder", (tab: Db) => freezeAfter(tab, "transaction")],
  ])("a page that was frozen after it %s reads anew what it is to ring", async (_, freeze) => {
    const { db, factory, ringAt, shown } = await device();
    const tab = openTestDb(factory);
    const thaw = freeze(tab);
    const rung = ringAt(fireAt, {}, tab);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await put(db, [sampleSession({ status: "CANCELLED" })]);
    // Somebody else finds nothing to ring, and the clock goes on.
    await ringAt(fireAt + MINUTE);
    thaw();
    await rung;
    expect(shown).toEqual([]);
  });

  test("leaves the reminder to others where it cannot show it", async () => {
    const { ringAt, shown } = await device();
    await ringAt(fireAt, { canShow: () => false });
    await ringAt(fireAt + 1, { show: async () => null });
    await ringAt(fireAt + 2);
    expect(shown).toHaveLength(1);
  });

  test("rings a moved session at its new time", async () => {
    const { db, ringAt, shown } = await device();
    await ringAt(fireAt);
    await put(db, [sampleSession({ startsAt: session.startsAt + HOUR })]);
    expect(await ringAt(fireAt + SECOND)).toBe(fireAt + HOUR);
    await ringAt(fireAt + HOUR);
    expect(shown.map(({ data }) => data.fireAt)).toEqual([fireAt, fireAt + HOUR]);
  });

  test("tells after each ring what is to become of the cards that it knows of", async () => {
    const { db, ringAt } = await device();
    const told: (readonly string[])[] = [];
    const after = ({ fates }: RingState) => void told.push(fates.map(({ fate }) => fate.fate));
    await ringAt(fireAt, { after });
    expect(await ringAt(session.startsAt, { after })).toBe(session.endsAt);
    await put(db, [sampleSession({ startsAt: session.startsAt + HOUR })]);
    await ringAt(session.startsAt, { after });
    await put(db, []);
    await ringAt(session.startsAt, { after });
    await ringAt(session.endsAt, { after });
    expect(told).toEqual([["keep"], ["renew"], ["close"], ["tell"], ["close"]]);
  });

  test("a test of the device rings like all others, and only in the run in which it was asked for", async () => {
    const { db, ringAt, shown } = await device([]);
    await put(db, [session]);
    await writeSetting(db, "selfTest", { dueAt: 10 * SECOND, run: "real", locked: false });
    expect(await ringAt(SECOND)).toBe(10 * SECOND);
    await startRehearsal(db, 0, 1, 0);
    await ringAt(10 * SECOND);
    expect(shown).toEqual([]);
    await endRehearsal(db);
    await ringAt(10 * SECOND);
    expect(shown).toMatchObject([{ title: "Test reminder", data: { url: `${scope}#/reminders` } }]);
  });

  test("rings every one of several reminders of an instant", async () => {
    const { ringAt, shown } = await device([session, sampleSession({ id: "s2" })]);
    await ringAt(fireAt);
    expect(shown.map(({ data }) => data.sessionId).sort()).toEqual(["s1", "s2"]);
  });

  test("in each rehearsal rings anew, and tells the device's instant", async () => {
    const { db, ringAt, shown } = await device();
    for (const start of [1_000, 2_000]) {
      await startRehearsal(db, fireAt - 10 * SECOND, 1, start);
      expect(await ringAt(start)).toBe(start + 10 * SECOND);
      await ringAt(start + 10 * SECOND);
    }
    expect(shown).toHaveLength(2);
  });
});
