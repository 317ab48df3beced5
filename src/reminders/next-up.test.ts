import { describe, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { remindersOf } from "../domain/reminder";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { DAY, HOUR, MINUTE } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { HOME } from "../store/home";
import type { Kept } from "../store/kept";
import { leftToday } from "./badge";
import { nextUpOf } from "./next-up";
import type { RingState } from "./ring";
import { testReminder } from "./self-test";

const session = sampleSession();
const beside = sampleSession({ id: "s2", title: "Erasers" });
const later = sampleSession({ id: "s3", startsAt: session.startsAt + HOUR });
const now = session.startsAt - HOUR;

const kept = (sessions: readonly Session[], key = HOME): Kept => ({
  key,
  conference: sampleConference(sessions),
  asked: {
    stars: sessions.map(({ id }) => ({ sessionId: id, starredAt: 0, run: "real", appStarredAt: 0 })),
    wishes: FIRST_WISHES,
    leads: [],
  },
});

function state(sessions: readonly Session[], over: Partial<RingState> = {}): RingState {
  return {
    kept: [kept(sessions)],
    clock: REAL_CLOCK,
    scope: "https://example.org/app/",
    coming: sessions.flatMap((one) => remindersOf(one, "feed")),
    now,
    fates: [],
    wishes: FIRST_WISHES,
    ...over,
  };
}

describe("the silent card of what comes next", () => {
  test("says where and when, never in how many minutes, under the tag of its reminder", () => {
    const [first] = remindersOf(session, "feed");
    expect(nextUpOf(state([session, later]))).toMatchObject({
      title: "Sharpening pencils",
      body: "Next up · Hall H · 14:00",
      tag: first?.id,
      sounds: false,
      data: { isNextUp: true, insists: false, sessionId: "s1" },
    });
  });

  test("counts what begins at the same time", () =>
    expect(nextUpOf(state([session, beside, later]))?.body).toBe("Next up · Hall H · 14:00 · and 1 more"));

  test("is not there for another day, where nothing comes, or where it is not wished for", () => {
    expect(nextUpOf(state([session], { now: now - DAY }))).toBeNull();
    expect(nextUpOf(state([]))).toBeNull();
    expect(nextUpOf(state([session], { wishes: { ...FIRST_WISHES, nextUp: false } }))).toBeNull();
  });

  test("does not speak of what has begun, though a later alarm of it is to come", () => {
    const late = sampleSession({ alarms: [{ related: "start", offset: 10 * MINUTE }] });
    expect(nextUpOf(state([late], { now: late.startsAt + 1 }))).toBeNull();
  });

  test("does not speak of a test", () => {
    const test = testReminder({ dueAt: now + 1, run: "real", locked: true }, REAL_CLOCK);
    expect(nextUpOf(state([], { coming: test ? [test] : [] }))).toBeNull();
  });
});

test("the badge counts the starred sessions of today that have yet to begin", () => {
  const tomorrow = sampleSession({ id: "s4", startsAt: session.startsAt + DAY, day: "2030-05-22" });
  const off = sampleSession({ id: "s5", status: "CANCELLED" });
  const all = state([session, beside, later, tomorrow, off]);
  expect(leftToday(all)).toBe(3);
  expect(leftToday({ ...all, now: session.startsAt })).toBe(1);
  expect(leftToday({ ...all, kept: [kept([beside]), kept([session, later], "other")] })).toBe(3);
  expect(leftToday({ ...all, kept: [] })).toBe(0);
});
