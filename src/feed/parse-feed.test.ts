import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Session } from "../domain/session";
import { type FeedResult, parseFeed } from "./parse-feed";

// Properties run hundreds of parses; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A calendar around these lines, in UTC. */
const calendar = (...lines: string[]): Uint8Array =>
  bytesOf(["BEGIN:VCALENDAR", "X-WR-TIMEZONE:UTC", ...lines, "END:VCALENDAR"].join("\r\n"));

function sessionsOf(result: FeedResult): readonly Session[] {
  if (!result.ok) throw new Error(result.reason);
  return result.conference.sessions;
}

describe("what is no schedule is refused with a sentence", () => {
  test.each([
    ["nothing", "", "The file is empty."],
    ["blanks", " \n ", "The file is empty."],
    ["a login page", "<!DOCTYPE html><html><body>Log in", "The answer is a web page"],
    ["another file", '{"sessions": []}', "This file is not a calendar."],
    ["tasks", "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:1\nEND:VTODO\nEND:VCALENDAR", "holds no events, only tasks"],
    ["a calendar without events", "BEGIN:VCALENDAR\nEND:VCALENDAR", "no session that can be read"],
  ])("%s", (_, text, reason) => {
    expect(parseFeed(bytesOf(text))).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  });
});

describe("a feed without a zone", () => {
  const feed = bytesOf("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300101T090000\nEND:VEVENT\nEND:VCALENDAR");

  test("takes the organiser's and says so", () => {
    const result = parseFeed(feed, { defaultTimeZone: "Asia/Tokyo" });
    expect(result).toMatchObject({ ok: true, conference: { timeZone: "Asia/Tokyo" }, asksTimeZone: false });
    expect(sessionsOf(result)[0]?.startsAt).toBe(Date.UTC(2030, 0, 1));
    expect(result.ok && result.details.report.map(({ level }) => level)).toContain("guessed");
  });

  test("is read in UTC otherwise, and somebody has to be asked", () => {
    const result = parseFeed(feed);
    expect(result).toMatchObject({ ok: true, conference: { timeZone: "UTC" }, asksTimeZone: true });
    expect(sessionsOf(result)[0]?.startsAt).toBe(Date.UTC(2030, 0, 1, 9));
  });
});

test("the day begins at the organiser's hour", () => {
  const feed = calendar("BEGIN:VEVENT", "DTSTART:20300102T003000Z", "END:VEVENT");
  expect(sessionsOf(parseFeed(feed))[0]?.day).toBe("2030-01-01");
  expect(sessionsOf(parseFeed(feed, { dayStartHour: 0 }))[0]?.day).toBe("2030-01-02");
});

test("a session whose alarms were all dismissed elsewhere is told apart from one that never had any", () => {
  const event = (uid: string, ...alarm: string[]) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTART:20300521T120000Z",
    ...(alarm.length > 0 ? ["BEGIN:VALARM", "TRIGGER:-PT5M", ...alarm, "END:VALARM"] : []),
    "END:VEVENT",
  ];
  const feed = calendar(
    ...event("alarmed", "ACTION:DISPLAY"),
    ...event("bare"),
    ...event("dismissed", "ACTION:DISPLAY", "ACKNOWLEDGED:20300521T115500Z"),
    ...event("mailed", "ACTION:EMAIL"),
  );
  const read = sessionsOf(parseFeed(feed)).map(({ id, alarms, alarmsDismissed }) => {
    return [id, alarms.length, alarmsDismissed === true];
  });
  expect(read).toEqual([
    ["alarmed", 1, false],
    ["bare", 0, false],
    ["dismissed", 0, true],
    ["mailed", 0, false],
  ]);
});

test("the order of the file decides no session's id", () => {
  const event = (title: string) => [
    "BEGIN:VEVENT",
    "UID:u",
    `SUMMARY:${title}`,
    "DTSTART:20300101T090000Z",
    "END:VEVENT",
  ];
  const ids = (...titles: string[]) =>
    Object.fromEntries(
      sessionsOf(parseFeed(calendar(...titles.flatMap(event)))).map(({ title, id }) => [title, id]),
    );
  expect(ids("A", "B")).toEqual(ids("B", "A"));
});

test("a hostile file ends at the limits", () => {
  const series = (uid: number) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTART:20300101T090000Z",
    "RRULE:FREQ=DAILY;COUNT=366",
    "END:VEVENT",
  ];
  const alarms = Array.from({ length: 40 }, (_, n) => [
    "BEGIN:VALARM",
    "ACTION:AUDIO",
    `TRIGGER:-PT${n}M`,
    "END:VALARM",
  ]);
  const categories = Array.from({ length: 40 }, (_, n) => `CATEGORIES:${n}`);
  const first = ["BEGIN:VEVENT", "DTSTART:20300101T080000Z", ...categories, ...alarms.flat(), "END:VEVENT"];
  const result = parseFeed(calendar(...first, ...Array.from({ length: 60 }, (_, n) => series(n)).flat()));
  const sessions = sessionsOf(result);
  expect(sessions).toHaveLength(20_000);
  expect(sessions[0]).toMatchObject({ alarms: { length: 32 }, categories: { length: 32 } });
  expect(sessions.filter(({ uid }) => uid === "7")).toHaveLength(366);
});

describe("whatever the bytes, there is a result", () => {
  const BITS = [
    "BEGIN:VCALENDAR",
    "END:VCALENDAR",
    "BEGIN:VEVENT",
    "END:VEVENT",
    "BEGIN:VALARM",
    "END:VALARM",
    "BEGIN:VTIMEZONE",
    "END:VTIMEZONE",
    "BEGIN:STANDARD",
    "END:STANDARD",
    "TZID:Z",
    "TZOFFSETTO:+9999",
    "TZOFFSETFROM:-0100",
    "RDATE:19700101T000000",
    "DTSTART:20300101T090000Z",
    "DTSTART;TZID=Z:20300101T090000",
    "DTSTART;VALUE=DATE:20300101",
    "DTSTART:20301399T990000",
    "DTEND:19000101",
    "DURATION:P9999999999999W",
    "RRULE:FREQ=YEARLY;BYDAY=53SU",
    "RRULE:FREQ=MONTHLY;BYDAY=5MO;INTERVAL=999",
    "RRULE:FREQ=SECONDLY;BYHOUR=25",
    "RRULE:FREQ=DAILY;BYDAY=5MO",
    "RRULE:FREQ=WEEKLY;INTERVAL=99999999999",
    "EXDATE:",
    "RECURRENCE-ID:20300101T090000Z",
    "UID:__proto__",
    "UID:",
    "SUMMARY:",
    'SUMMARY;X=":',
    "CATEGORIES:,,",
    "GEO:;",
    "TRIGGER:-P1W",
    "TRIGGER:",
    "ACTION:DISPLAY",
    "REPEAT:9",
    "X-WR-TIMEZONE:Nowhere",
    "NAME;VALUE=constructor:x",
    "__proto__:x",
    "\u0000",
  ];
  test("bits of calendars in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...BITS), { maxLength: 40 }), (lines) => {
        expect(parseFeed(bytesOf(["BEGIN:VCALENDAR", ...lines].join("\n")))).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });

  test("any bytes at all, alone and inside an event", () => {
    const head = bytesOf("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300101T090000Z\n");
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parseFeed(bytes)).toHaveProperty("ok");
        expect(parseFeed(new Uint8Array([...head, ...bytes]))).toHaveProperty("ok");
      }),
      { numRuns: 500 },
    );
  });
});
