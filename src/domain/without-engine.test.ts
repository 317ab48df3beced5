import { afterEach, expect, test } from "vitest";
import { speechFor } from "./choices";
import { clockTime, dayName, deviceMoment, knowLabels, moment, zoneLabel } from "./say-time";
import { ENGLISH, numeral, speak, t } from "./speech";
import { DAY, dayOf, HOUR, knowZone, MINUTE, offsetAt, wallClockAt, zoneRunsOf } from "./time";

// What English says before the engine has made a format has to be what the engine says.

const START = Date.UTC(2030, 0, 1);
const instants = Array.from({ length: 400 }, (_, index) => START + index * (DAY + 37 * MINUTE));

afterEach(() => speak(ENGLISH));

for (const hour12 of [false, true])
  test(`clock times are the engine's, in ${hour12 ? 12 : 24} hours`, () => {
    speak({ ...ENGLISH, hour12 });
    const by = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Asia/Kathmandu",
      ...(hour12 ? { hour: "numeric", hourCycle: "h12" } : { hour: "2-digit", hourCycle: "h23" }),
      minute: "2-digit",
    });
    for (const at of instants) expect(clockTime(at, "Asia/Kathmandu")).toBe(by.format(at));
  });

test("days, numbers and plurals are the engine's", () => {
  const names = new Intl.DateTimeFormat("en-GB", {
    ...{ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" },
  });
  for (const at of instants) {
    const day = new Date(at).toISOString().slice(0, 10);
    expect(dayName(day)).toBe(names.format(at).replace(",", ""));
  }
  const numbers = new Intl.NumberFormat("en-GB", { useGrouping: "min2" });
  for (const value of [0, -0, 1, 9, 999, 1000, 9999, 10_000, 123_456, -1_234_567, 1.5])
    expect(numeral(value)).toBe(numbers.format(value + 0));
  const plural = new Intl.PluralRules("en-GB");
  for (const count of [0, 1, 2, 11, 21, 1.5])
    expect(t("{count, plural, one {one} other {other}}", { count })).toBe(plural.select(count));
});

test("the age of the copy is said as it is by the engine in the device's zone", () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const at of instants)
    for (const later of [0, 5 * HOUR, 3 * DAY])
      expect(deviceMoment(at, at + later, () => zone)).toBe(moment(at, at + later, zone));
});

test("hours of English are counted as each place's custom is", () => {
  for (const place of ["GB", "IE", "ZA", "IN", "AU", "NZ", "CA"]) {
    const { hourCycle } = new Intl.DateTimeFormat(`en-${place}`, { hour: "numeric" }).resolvedOptions();
    const choices = { language: "auto", clock: "auto", digits: "auto", theme: "auto" } as const;
    expect([place, speechFor(choices, [`en-${place}`]).hour12]).toEqual([place, hourCycle === "h12"]);
  }
});

test("a zone that is known beforehand is as the engine has it, summer time and all", () => {
  for (const zone of ["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]) {
    const asked = () =>
      instants.map((at) => [
        offsetAt(at, zone),
        wallClockAt(at, zone),
        dayOf(at, zone, 4),
        clockTime(at, zone),
        zoneLabel(at, zone),
      ]);
    const before = asked();
    const runs = zoneRunsOf(zone, START, START + 365 * DAY);
    expect(runs.length).toBe(zone === "Asia/Kathmandu" ? 1 : 3);
    knowZone(zone, runs);
    knowLabels(zone, new Map(runs.map(({ from, offset }) => [offset, zoneLabel(from, zone)])));
    expect(asked()).toEqual(before);
    knowZone(zone, []);
  }
});
