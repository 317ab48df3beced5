import { describe, expect, test } from "vitest";
import {
  cameInTime,
  evidenceOf,
  newPocketTest,
  type PocketDue,
  type PocketTest,
  verdictOfTest,
} from "./pocket-test";
import { MINUTE, SECOND } from "./time";

const startedAt = Date.parse("2030-05-21T10:00:00Z");
const here = { code: "/assets/a.js", browser: "Browser/1" };
const begun = newPocketTest({ startedAt, ...here, cards: true });
const good: Partial<PocketDue> = { heard: 20, shown: 40, hidden: true };

/** A test that has gone well, but for what is said of its last reminder. */
function tested(last: Partial<PocketDue> = {}, over: Partial<PocketTest> = {}): PocketTest {
  const dues = begun.dues.map((due, index) => ({ ...due, ...good, ...(index === 2 && last) }));
  return { ...begun, dues, end: "done", ...over };
}

test("a test goes over five minutes and several pieces of sound", () => {
  expect(begun.dues.map(({ dueAt }) => (dueAt - startedAt) / MINUTE)).toEqual([1, 3, 5]);
  expect(begun.end).toBeNull();
});

const after = startedAt + 5 * MINUTE + 30 * SECOND;

describe("the verdict", () => {
  test.each<readonly [string, PocketTest, number, ReturnType<typeof verdictOfTest>]>([
    ["all came in time, out of sight", tested(), after, "passed"],
    ["up to a second and ten seconds", tested({ heard: 1000, shown: 10_000 }), after, "passed"],
    ["a chime over a second late", tested({ heard: 1001 }), after, "failed"],
    ["a chime over a second early", tested({ heard: -1001 }), after, "failed"],
    ["no chime", tested({ heard: null }), after, "failed"],
    ["no notification", tested({ shown: null }), after, "failed"],
    ["no notification where none is allowed", tested({ shown: null }, { cards: false }), after, "passed"],
    ["a notification over ten seconds late", tested({ shown: 10_001 }), after, "failed"],
    ["once on screen", tested({ hidden: false }), after, "seen"],
    ["paused from outside", tested({}, { end: "paused" }), after, "failed"],
    ["not to be played", tested({}, { end: "broken" }), after, "failed"],
    ["just begun", begun, startedAt, "running"],
    ["still going on", begun, startedAt + 5 * MINUTE + 59 * SECOND, "running"],
    ["nobody left to end it", begun, startedAt + 6 * MINUTE, "failed"],
    ["nobody left to end it, however it went", tested({}, { end: null }), startedAt + 30 * MINUTE, "failed"],
  ])("%s", (_, one, now, verdict) => expect(verdictOfTest(one, now)).toBe(verdict));
});

describe("what a test proves", () => {
  const evidence = (test: PocketTest | null, of = here, now = after) => evidenceOf(test, of, now);

  test("nothing, where there is none, or none yet, or the app was looked at", () => {
    for (const one of [null, begun, tested({ hidden: false })])
      expect(evidence(one)).toEqual({ state: "untested" });
  });

  test("that it passed, when, and how many came in time", () =>
    expect(evidence(tested())).toEqual({ state: "passed", at: startedAt, inTime: 3, count: 3 }));

  test("that it failed", () =>
    expect(evidence(tested({ heard: null }))).toEqual({
      state: "failed",
      at: startedAt,
      inTime: 2,
      count: 3,
    }));

  test.each([tested(), tested({ heard: null })])("nothing, of other code or another browser", (one) => {
    expect(evidence(one, { ...here, code: "/assets/b.js" })).toEqual({ state: "stale" });
    expect(evidence(one, { ...here, browser: "Browser/2" })).toEqual({ state: "stale" });
  });
});

test("what is early is in time as well, within a second", () => {
  const due = { dueAt: startedAt, shown: null, hidden: true };
  expect([-1000, 0, 1000].map((heard) => cameInTime({ ...due, heard }, false))).toEqual([true, true, true]);
});
