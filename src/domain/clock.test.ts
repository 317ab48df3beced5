import { describe, expect, test } from "vitest";
import { appTime, deviceTime, readRehearsal } from "./clock";

describe("the moment of a rehearsal", () => {
  test.each([
    ["2030-05-21T09:55:00Z", "2030-05-21T09:55:00Z"],
    ["2030-05-21T15:25:00+05:30", "2030-05-21T09:55:00Z"],
    ["2030-05-21T15:25:00 05:30", "2030-05-21T09:55:00Z"], // a plus that a query string has eaten
    ["2030-05-21T09:55Z", "2030-05-21T09:55:00Z"],
    ["2030-05-21t09:55:00.5z", "2030-05-21T09:55:00.500Z"],
    ["2030-05-21T04:55:00-0500", "2030-05-21T09:55:00Z"],
  ])("%s is read", (text, instant) =>
    expect(readRehearsal(text)).toEqual({ kind: "start", at: Date.parse(instant) }),
  );

  test.each(["", "now", "2030-05-21", "2030-05-21T09:55:00", "2030-02-30T09:55:00Z", "2030-13-01T00:00:00Z"])(
    "%j gets a sentence",
    (text) =>
      expect(readRehearsal(text)).toMatchObject({ kind: "bad", reason: expect.stringContaining(text) }),
  );

  test("off ends it", () => expect(readRehearsal("off")).toEqual({ kind: "end" }));
});

describe("the app's clock", () => {
  test("is one offset apart from the device's", () => {
    const clock = { run: "r", offset: -5_000, speed: 1, since: 7_000 };
    expect(appTime(clock, 10_000)).toBe(5_000);
    expect(deviceTime(clock, 5_000)).toBe(10_000);
  });

  test("may run sixty times as fast from the moment at which it was set", () => {
    const clock = { run: "r", offset: 1_000_000, speed: 60, since: 50_000 };
    expect(appTime(clock, 50_000)).toBe(1_050_000);
    expect(appTime(clock, 51_000)).toBe(1_110_000);
    expect(deviceTime(clock, 1_110_000)).toBe(51_000);
  });

  test("never comes to an instant before the device has", () => {
    const clock = { run: "r", offset: 1_000_000, speed: 60, since: 50_000 };
    for (const instant of [1_050_001, 1_050_059, 1_050_060, 1_050_061, 1_111_111]) {
      expect(appTime(clock, deviceTime(clock, instant))).toBeGreaterThanOrEqual(instant);
      expect(appTime(clock, deviceTime(clock, instant) - 1)).toBeLessThan(instant);
    }
  });
});
