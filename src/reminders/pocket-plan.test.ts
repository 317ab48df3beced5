import { describe, expect, test } from "vitest";
import { type Clock, REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { DAY, HOUR, MINUTE, SECOND } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { HOME } from "../store/home";
import type { Kept } from "../store/kept";
import { pocketPlanOf } from "./pocket-plan";

const noon = sampleSession();
const beside = sampleSession({ id: "s2", title: "Erasers" });
const later = sampleSession({ id: "s3", title: "Paper", startsAt: noon.startsAt + HOUR });
const morrow = sampleSession({ id: "s4", startsAt: noon.startsAt + DAY, day: "2030-05-22" });
const now = noon.startsAt - 20 * MINUTE;

const kept = (sessions: readonly Session[], key = HOME): Kept => ({
  key,
  conference: sampleConference(sessions),
  asked: {
    stars: sessions.map(({ id }) => ({ sessionId: id, starredAt: 0, run: "real", appStarredAt: 0 })),
    wishes: FIRST_WISHES,
    leads: [],
  },
});
const plan = (sessions: readonly Session[], at = now, clock: Clock = REAL_CLOCK) =>
  pocketPlanOf([kept(sessions)], clock, null, at);

describe("what a track carries", () => {
  test("today's reminders in order, and what begins next", () => {
    const { chimes, upcoming, endsAt } = plan([later, morrow, noon, beside]);
    const fireAt = noon.startsAt - 5 * MINUTE;
    expect(chimes).toEqual([fireAt, fireAt, later.startsAt - 5 * MINUTE]);
    expect(upcoming.map(({ session }) => session.id)).toEqual(["s1", "s2", "s3"]);
    expect(upcoming[0]).toMatchObject({
      startsAt: noon.startsAt,
      conferenceName: "Pencil Days",
      timeZone: "Europe/Oslo",
    });
    expect(endsAt).toBe(later.startsAt);
  });

  test("a session that has rung is shown until it begins, and carried for as long", () => {
    const after = noon.startsAt - 4 * MINUTE;
    expect(plan([noon], after)).toMatchObject({ chimes: [], endsAt: noon.startsAt });
    expect(plan([noon], after).upcoming).toHaveLength(1);
    expect(plan([noon], noon.startsAt)).toEqual({ chimes: [], upcoming: [], endsAt: null });
  });

  test("nothing where nothing is starred, or only of another day", () => {
    expect(plan([]).endsAt).toBeNull();
    expect(plan([morrow]).endsAt).toBeNull();
  });

  test("what rings today of a session of tomorrow chimes, and is not shown as next", () => {
    const alarms = [{ related: "start", offset: -DAY }] as const;
    const early = sampleSession({ id: "s5", startsAt: morrow.startsAt, day: morrow.day, alarms });
    expect(plan([early])).toEqual({ chimes: [noon.startsAt], upcoming: [], endsAt: noon.startsAt });
  });

  test("all of it is in order, however the conferences lie", () => {
    const both = pocketPlanOf([kept([later]), kept([noon], "key-2")], REAL_CLOCK, null, now);
    expect(both.upcoming.map(({ session }) => session.id)).toEqual(["s1", "s3"]);
    // What rings first may begin last.
    const far = sampleSession({ ...later, alarms: [{ related: "start", offset: -70 * MINUTE }] });
    expect(plan([far, noon]).upcoming.map(({ session }) => session.id)).toEqual(["s1", "s3"]);
    const dueAt = now + SECOND;
    const { chimes } = pocketPlanOf([kept([noon])], REAL_CLOCK, { dueAt, run: "real", locked: false }, now);
    expect(chimes).toEqual([dueAt, noon.startsAt - 5 * MINUTE]);
  });

  test("what has fallen due this very moment still chimes", () => {
    const fireAt = noon.startsAt - 5 * MINUTE;
    expect(plan([noon], fireAt + SECOND).chimes).toEqual([fireAt]);
    expect(plan([noon], fireAt + 3 * SECOND).chimes).toEqual([]);
  });

  test("all conferences on the device", () => {
    const both = pocketPlanOf([kept([noon]), kept([later], "key-2")], REAL_CLOCK, null, now);
    expect(both.chimes).toHaveLength(2);
  });

  test("by the device's clock, however the app's runs", () => {
    const began = Date.parse("2031-01-01T00:00:00Z");
    const clock: Clock = { run: "r", offset: now - began, speed: 60, since: began };
    const { chimes, upcoming } = plan([noon], began, clock);
    expect(chimes).toEqual([began + (15 * MINUTE) / 60]);
    expect(upcoming[0]?.startsAt).toBe(began + (20 * MINUTE) / 60);
  });

  test("a test reminder of this run, whatever else there is", () => {
    const dueAt = now + 10 * SECOND;
    const test = (run: string) => pocketPlanOf([kept([])], REAL_CLOCK, { dueAt, run, locked: false }, now);
    expect(test("real")).toEqual({ chimes: [dueAt], upcoming: [], endsAt: dueAt });
    expect(test("other").chimes).toEqual([]);
  });
});
