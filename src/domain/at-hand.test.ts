import { expect, test } from "vitest";
import { atHand } from "./at-hand";
import { sampleSession } from "./sample";
import { HOUR, MINUTE } from "./time";

const at = sampleSession().startsAt;
const on = sampleSession({ id: "on", startsAt: at - MINUTE });
const lunch = sampleSession({ id: "lunch", kind: "break", startsAt: at + 10 * MINUTE });
const soon = sampleSession({ id: "soon", startsAt: at + 20 * MINUTE });
const beside = sampleSession({ id: "beside", startsAt: at + 20 * MINUTE });
const later = sampleSession({ id: "later", startsAt: at + HOUR });
const off = sampleSession({ id: "off", status: "CANCELLED", startsAt: at - MINUTE });
const all = [off, on, lunch, soon, beside, later];
const seen = (starred: readonly string[], now = at) => {
  const { on, next, isStarred } = atHand(all, new Set(starred), now);
  return [on.map(({ id }) => id), next.map(({ id }) => id), isStarred];
};

test("what is on, and of the stars what begins next", () =>
  expect(seen(["later", "on"])).toEqual([["on"], ["later"], true]));

test("without a star to come, what begins next but breaks; all that begin together", () =>
  expect(seen(["on"])).toEqual([["on"], ["soon", "beside"], false]));

test("a starred break counts", () => expect(seen(["lunch"])).toEqual([["on"], ["lunch"], true]));

test("what begins now is on, what ends now is over", () => {
  expect(seen([], on.startsAt)[0]).toEqual(["on"]);
  expect(seen([], on.endsAt)[0]).not.toContain("on");
  expect(seen([], at + 9 * HOUR)).toEqual([[], [], false]);
});
