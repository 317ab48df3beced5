import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockTime, dayName, duration, moment, sameClock } from "./say-time";
import { DAY, dayOf, HOUR, instantOf, isTimeZone, MINUTE, wallClockAt } from "./time";

const at = (iso: string) => Date.parse(iso);

describe("days are cut in the conference's zone, at the organiser's hour", () => {
  test.each([
    ["2030-05-21T12:00:00Z", "Europe/Oslo", "2030-05-21"],
    ["2030-05-21T22:30:00Z", "Europe/Oslo", "2030-05-21"], // half past midnight
    ["2030-05-22T01:59:59Z", "Europe/Oslo", "2030-05-21"],
    ["2030-05-22T02:00:00Z", "Europe/Oslo", "2030-05-22"], // four o'clock
    ["2030-05-21T20:00:00Z", "Pacific/Auckland", "2030-05-22"],
    ["2030-01-01T10:00:00Z", "America/Los_Angeles", "2029-12-31"],
  ])("%s in %s is %s", (instant, zone, day) => expect(dayOf(at(instant), zone, 4)).toBe(day));

  test("with the hour 0 a day is a calendar day", () =>
    expect(dayOf(at("2030-05-21T22:30:00Z"), "Europe/Oslo", 0)).toBe("2030-05-22"));
});

describe("wall clocks and instants", () => {
  const zones = ["UTC", "Europe/Oslo", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"];

  test("any instant comes back from its wall clock, but for the hour that occurs twice", () => {
    const second = fc.integer({ min: at("2000-01-01Z") / 1_000, max: at("2040-01-01Z") / 1_000 });
    fc.assert(
      fc.property(second, fc.constantFrom(...zones), (seconds, zone) => {
        const instant = seconds * 1_000;
        const back = instantOf(wallClockAt(instant, zone), zone);
        const again = wallClockAt(back, zone);
        expect(again).toEqual(wallClockAt(instant, zone));
        expect(back).toBeLessThanOrEqual(instant);
        expect(instant - back).toBeLessThanOrEqual(HOUR);
      }),
    );
  });

  test("a reading that a clock change skips takes the offset from before it (RFC 5545, 3.3.5)", () =>
    expect(instantOf({ year: 2030, month: 3, day: 31, hour: 2, minute: 30, second: 0 }, "Europe/Oslo")).toBe(
      at("2030-03-31T01:30:00Z"),
    ));

  test("a reading that occurs twice is its first occurrence", () =>
    expect(instantOf({ year: 2030, month: 10, day: 27, hour: 2, minute: 30, second: 0 }, "Europe/Oslo")).toBe(
      at("2030-10-27T00:30:00Z"),
    ));

  test("unknown zones are known as such", () => {
    expect(isTimeZone("Europe/Oslo")).toBe(true);
    expect(isTimeZone("Nowhere/Land")).toBe(false);
  });
});

describe("words for times", () => {
  test("a clock time has 24 hours", () =>
    expect(clockTime(at("2030-05-21T22:05:00Z"), "Europe/Oslo")).toBe("00:05"));
  test("a day has weekday, date and month", () => expect(dayName("2030-05-21")).toBe("Tuesday 21 May"));
  test.each([
    [10 * MINUTE, "10 min"],
    [HOUR, "1 h"],
    [90 * MINUTE, "1 h 30 min"],
    [135 * MINUTE, "2 h 15 min"],
    [4 * HOUR, "4 h"],
    [2 * DAY, "2 days"],
  ])("%i ms is %s", (milliseconds, words) => expect(duration(milliseconds)).toBe(words));

  test("a moment of another day carries the day", () => {
    const now = at("2030-05-21T12:00:00Z");
    expect(moment(now - HOUR, now, "Europe/Oslo")).toBe("13:00");
    expect(moment(now - DAY, now, "Europe/Oslo")).toBe("Mon 20 May 14:00");
    expect(moment(at("2029-05-21T11:00:00Z"), now, "Europe/Oslo")).not.toBe("13:00");
  });

  test("zones are compared by what their clocks show, not by name", () => {
    expect(sameClock(at("2030-05-21T12:00:00Z"), "Europe/Oslo", "Europe/Berlin")).toBe(true);
    expect(sameClock(at("2030-05-21T12:00:00Z"), "Europe/Oslo", "UTC")).toBe(false);
  });
});
