import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { parseFeed } from "./parse-feed";
import { WINDOWS_ZONES } from "./windows-zones";

/** By the zone that Temporal is asked for: the names a feed may write instead, none of them with a VTIMEZONE. */
const NAMES: readonly (readonly [string, readonly string[]])[] = [
  [
    "Europe/Berlin",
    ["Europe/Berlin", "W. Europe Standard Time", "/vendor.example/20240101_1/Europe/Berlin", "Europe_Berlin"],
  ],
  [
    "America/New_York",
    ["America/New_York", "Eastern Standard Time", "US-Eastern", "(UTC-05:00) Eastern Time (US & Canada)"],
  ],
  [
    "Australia/Lord_Howe",
    ["Australia/Lord_Howe", "Lord Howe Standard Time", "tzone://Microsoft/Lord Howe Standard Time"],
  ],
  ["Asia/Kathmandu", ["Asia/Kathmandu", "Nepal Standard Time", "(UTC+05:45) Kathmandu"]],
  ["America/St_Johns", ["America/St_Johns", "Newfoundland Standard Time"]],
  ["Pacific/Apia", ["Pacific/Apia", "Samoa Standard Time"]],
  ["Africa/Casablanca", ["Africa/Casablanca", "Morocco Standard Time"]],
  ["America/Santiago", ["America/Santiago", "Pacific SA Standard Time"]],
];

/** Each hour of the days on which some clock of these zones changed in 2025, and a few plain ones. */
const DAYS = [
  "20250112",
  "20250309",
  "20250330",
  "20250405",
  "20250406",
  "20250719",
  "20250906",
  "20250907",
  "20251005",
  "20251026",
  "20251102",
];
const STARTS = DAYS.flatMap((day) =>
  Array.from(
    { length: 48 },
    (_, half) => `${day}T${String(half >> 1).padStart(2, "0")}${half % 2 ? "30" : "00"}00`,
  ),
);

function instantsIn(head: readonly string[], property: string): readonly number[] {
  const events = STARTS.flatMap((start, index) => [
    "BEGIN:VEVENT",
    `UID:${index}`,
    `DTSTART${property}:${start}`,
    "END:VEVENT",
  ]);
  const text = ["BEGIN:VCALENDAR", ...head, ...events, "END:VCALENDAR"].join("\r\n");
  const result = parseFeed(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  const byUid = new Map(result.conference.sessions.map(({ uid, startsAt }) => [uid, startsAt]));
  return STARTS.map((_, index) => byUid.get(String(index)) ?? Number.NaN);
}

/** RFC 5545, 3.3.5 is what Temporal calls "compatible": the first of two, and the offset from before a gap. */
const byTemporal = (timeZone: string) =>
  STARTS.map(
    (start) =>
      Temporal.PlainDateTime.from(start).toZonedDateTime(timeZone, { disambiguation: "compatible" })
        .epochMilliseconds,
  );

describe.each(NAMES)("times in %s are where Temporal has them", (timeZone, names) => {
  test.each(names)("written as %s", (name) => {
    expect(instantsIn([], `;TZID="${name}"`)).toEqual(byTemporal(timeZone));
  });

  test.each(names)("floating, where the calendar's zone is %s", (name) => {
    expect(instantsIn([`X-WR-TIMEZONE:${name.replaceAll(",", "\\,")}`], "")).toEqual(byTemporal(timeZone));
  });
});

test("every Windows name leads to a zone that Temporal knows", () => {
  const unknown = Object.values(WINDOWS_ZONES).filter((zone) => {
    try {
      return Temporal.PlainDateTime.from("2025-01-01").toZonedDateTime(zone).timeZoneId === "";
    } catch {
      return true;
    }
  });
  expect(unknown).toEqual([]);
});

test("a series keeps its hour over a clock change", () => {
  const text = [
    "BEGIN:VCALENDAR",
    "BEGIN:VEVENT",
    "DTSTART;TZID=W. Europe Standard Time:20250301T023000",
    "RRULE:FREQ=WEEKLY;COUNT=40;BYDAY=SA,SU",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\n");
  const result = parseFeed(new TextEncoder().encode(text));
  if (!result.ok) throw new Error(result.reason);
  const first = Temporal.PlainDateTime.from("2025-03-01T02:30");
  const expected = Array.from(
    { length: 40 },
    (_, index) =>
      first
        .add({ weeks: index >> 1, days: index % 2 })
        .toZonedDateTime("Europe/Berlin", { disambiguation: "compatible" }).epochMilliseconds,
  );
  expect(result.conference.sessions.map(({ startsAt }) => startsAt)).toEqual(expected);
});
