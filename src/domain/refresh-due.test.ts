import { describe, expect, test } from "vitest";
import { refreshGap } from "./refresh-due";
import { sampleConference, sampleSession } from "./sample";
import { DAY, HOUR, MINUTE } from "./time";

const session = sampleSession();
const conference = { ...sampleConference([session]), refreshEvery: 12 * HOUR };
const onTheDay = (failures: number, chance = 0) =>
  refreshGap("clock", conference, session.startsAt, { failures, chance });

describe("an app that lies open", () => {
  test("asks a server that fails twice as seldom each time, up to an hour", () =>
    expect([0, 1, 2, 3, 9].map((failures) => onTheDay(failures) / MINUTE)).toEqual([10, 20, 40, 60, 60]));

  test("never asks sooner than the feed wishes, and spreads over a quarter of that, 15 minutes at most", () => {
    expect(onTheDay(0, 1)).toBe(12.5 * MINUTE);
    const far = session.startsAt - 9 * DAY;
    expect(refreshGap("clock", conference, far, { failures: 0, chance: 0 })).toBe(12 * HOUR);
    expect(refreshGap("clock", conference, far, { failures: 5, chance: 1 })).toBe(12.25 * HOUR);
  });
});

test("a person is answered at once, whatever failed before", () => {
  const tries = { failures: 9, chance: 1 };
  for (const reason of ["opened", "asked", "reconnected"] as const)
    expect(refreshGap(reason, conference, session.startsAt, tries)).toBe(0);
  expect(refreshGap("looked", conference, session.startsAt, tries)).toBeLessThanOrEqual(10_000);
});
