import { describe, expect, test } from "vitest";
import { REAL_CLOCK } from "./clock";
import { lateUntil, planOf, remindersOf, startWords, verdictOf } from "./reminder";
import { sampleConference, sampleSession } from "./sample";
import type { Star } from "./star";
import { HOUR, MINUTE, SECOND } from "./time";

const session = sampleSession();
const fireAt = session.startsAt - 5 * MINUTE;
const star = (over: Partial<Star> = {}): Star => ({
  sessionId: session.id,
  starredAt: fireAt - HOUR,
  run: REAL_CLOCK.run,
  appStarredAt: fireAt - HOUR,
  ...over,
});
const plan = (stars: readonly Star[], clock = REAL_CLOCK, sessions = [session]) =>
  planOf(sampleConference(sessions), stars, clock).map((reminder) => reminder.fireAt);

describe("the plan of reminders", () => {
  test("holds each alarm of each starred session, by fire time", () => {
    const earlier = sampleSession({ id: "s0", alarms: [{ related: "end", offset: MINUTE }] });
    const stars = [star(), star({ sessionId: "s0" })];
    expect(plan(stars, REAL_CLOCK, [earlier, session])).toEqual([fireAt, earlier.endsAt + MINUTE]);
  });

  test("holds nothing for a session without a star, or a cancelled one", () => {
    expect(plan([])).toEqual([]);
    expect(plan([star()], REAL_CLOCK, [sampleSession({ status: "CANCELLED" })])).toEqual([]);
  });

  test("rings once where two alarms meet", () => {
    const twice = sampleSession({
      alarms: [
        { related: "start", offset: -5 * MINUTE },
        { related: "none", at: fireAt },
      ],
    });
    expect(remindersOf(twice)).toHaveLength(1);
  });

  test("gives a moved session a new reminder", () => {
    const moved = sampleSession({ startsAt: session.startsAt + HOUR });
    expect(remindersOf(moved)[0]?.id).not.toBe(remindersOf(session)[0]?.id);
  });
});

describe("stars and the past", () => {
  const rehearsal = { run: "rehearsal-1", offset: 0 };

  test("what had passed when the star was set is not owed", () => {
    expect(plan([star({ starredAt: fireAt })])).toEqual([]);
    expect(plan([star({ starredAt: fireAt - 1 })])).toEqual([fireAt]);
  });

  test("a star set before a rehearsal is older than everything in it", () =>
    expect(plan([star({ starredAt: fireAt + 1_000 * HOUR })], rehearsal)).toEqual([fireAt]));

  test("in the rehearsal in which it was set, a star counts from then", () => {
    expect(plan([star({ run: rehearsal.run, appStarredAt: fireAt })], rehearsal)).toEqual([]);
    expect(plan([star({ run: rehearsal.run, appStarredAt: fireAt - 1 })], rehearsal)).toEqual([fireAt]);
  });

  test("after the rehearsal it counts from the real moment at which it was set", () => {
    const set = { run: rehearsal.run, appStarredAt: fireAt - HOUR };
    expect(plan([star({ ...set, starredAt: fireAt + HOUR })])).toEqual([]);
    expect(plan([star({ ...set, starredAt: fireAt - HOUR })])).toEqual([fireAt]);
  });
});

describe("the late rule", () => {
  const [reminder] = remindersOf(session);
  const [after] = remindersOf(sampleSession({ alarms: [{ related: "start", offset: 10 * MINUTE }] }));
  if (!reminder || !after) throw new Error("the sample has alarms");

  test.each([
    [fireAt - 1, "wait"],
    [fireAt, "ring"],
    [session.startsAt + 2 * MINUTE, "ring"],
    [session.startsAt + 2 * MINUTE + 1, "missed"],
  ])("at %i: %s", (now, verdict) => expect(verdictOf(reminder, now)).toBe(verdict));

  test("counts from the fire time where that is after the start", () =>
    expect(lateUntil(after)).toBe(session.startsAt + 12 * MINUTE));
});

test.each([
  [5 * MINUTE, "starts in 5 min"],
  [5 * MINUTE - 80, "starts in 5 min"],
  [3 * MINUTE + 20 * SECOND, "starts in 3 min"],
  [20 * SECOND, "starts in 1 min"],
  [0, "started 0 min ago"],
  [-10 * SECOND, "started 0 min ago"],
  [-90 * SECOND, "started 1 min ago"],
  [-MINUTE, "started 1 min ago"],
  [-2 * MINUTE, "started 2 min ago"],
])("%i ms before the start: %s", (left, words) => expect(startWords(1e12, 1e12 - left)).toBe(words));
