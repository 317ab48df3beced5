import { describe, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { newPocketTest } from "../domain/pocket-test";
import { SECOND } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import type { Delivery } from "../store/db";
import { latenessWords, ringerWords } from "./delivery-words";
import { type Diagnosed, diagnosisOf } from "./diagnosis";
import { TEST_SESSION } from "./self-test";

const fireAt = Date.parse("2030-05-21T11:55:00Z");
const row = (over: Partial<Delivery> = {}): Delivery => ({
  key: "real|secret@1",
  run: "real",
  sessionId: "secret",
  fireAt,
  startsAt: fireAt,
  endsAt: fireAt,
  room: "Secret room",
  claimedAt: fireAt,
  by: "worker",
  shownAt: fireAt + 12,
  lateness: 12,
  shownAs: "notification",
  missed: false,
  ...over,
});

describe("a diagnosis", () => {
  const about: Diagnosed = {
    facts: {
      platform: "android",
      engine: "chromium",
      installed: true,
      permission: "granted",
      hasWorker: true,
      isKept: true,
    },
    controlled: true,
    persisted: false,
    userAgent: "Browser/1",
    builtAt: fireAt,
    deviceNow: fireAt,
    clock: REAL_CLOCK,
    wishes: FIRST_WISHES,
    armed: 2,
    nextAt: fireAt,
    pocketTest: null,
    log: [
      row(),
      row({ lateness: 40 * SECOND, by: "page" }),
      row({ missed: true, shownAt: null, lateness: null, shownAs: null, by: "service worker" }),
      row({ shownAt: null, lateness: null, shownAs: null }),
      row({ sessionId: TEST_SESSION, shownAs: "banner" }),
    ],
  };
  const text = diagnosisOf(about);

  test("tells when and by whom, for each", () =>
    expect(text.split("\n").slice(-5)).toEqual([
      "reminder due 2030-05-21T11:55:00.000Z: shown as notification, on time (12 ms), by worker",
      "reminder due 2030-05-21T11:55:00.000Z: shown as notification, 40.0 s late, by catch-up (page)",
      "reminder due 2030-05-21T11:55:00.000Z: missed, found by service worker",
      "reminder due 2030-05-21T11:55:00.000Z: claimed by worker, not shown yet",
      "test due 2030-05-21T11:55:00.000Z: shown as banner, on time (12 ms), by worker",
    ]));

  test("tells the device and the promise, and nothing of what the attendee is interested in", () => {
    expect(text).toContain("platform android, engine chromium, installed");
    expect(text).toContain("on screen yes, in the background partly, closed no, locked partly");
    expect(text).not.toMatch(/secret/i);
  });

  test("tells of pocket mode what its test has measured", () => {
    expect(text).toContain("\npocket mode: not tested\n");
    const begun = newPocketTest({ startedAt: fireAt, code: "/a.js", browser: "Browser/1", cards: true });
    const dues = begun.dues.map((due, index) =>
      index === 2 ? due : { ...due, heard: 11.6, shown: 30, hidden: true },
    );
    const pocketTest = { ...begun, dues, end: "paused" } as const;
    expect(diagnosisOf({ ...about, pocketTest })).toContain(
      "pocket mode: test of 2030-05-21T11:55:00.000Z failed (end: paused): heard 12 ms, shown 30 ms, hidden; heard 12 ms, shown 30 ms, hidden; heard never, shown never, in sight; Browser/1",
    );
  });
});

test.each([
  [0, "on time (0 ms)"],
  [999.4, "on time (999 ms)"],
  [1_000, "1.0 s late"],
  [59_900, "59.9 s late"],
  [240_000, "4 min late"],
])("%d ms: %s", (lateness, words) => expect(latenessWords(lateness)).toBe(words));

test("what came later than a living clock's longest tick was caught up with", () => {
  expect(ringerWords({ by: "worker", lateness: 14_999 })).toBe("worker");
  expect(ringerWords({ by: "page", lateness: 15_000 })).toBe("catch-up (page)");
});
