import { expect, test } from "vitest";
import { event, examineText, told } from "./examine-text";
import { findAlarms } from "./find-alarms";
import { findDuplicates } from "./find-duplicates";
import { findCancelled, findHead } from "./find-head";
import { findLengths } from "./find-lengths";
import { findOutliers } from "./find-outliers";
import { findPartNumbers } from "./find-part-numbers";
import { findParts } from "./find-parts";
import { findNoRoom } from "./find-places";
import { findTitles, widthOf } from "./find-titles";
import { findUids } from "./find-uids";
import { RULES } from "./rules";
import { tellReport } from "./tell-report";

const alarm = (trigger: string) => `BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:${trigger}\nEND:VALARM`;
const talk = (hour: number, title = `Talk ${hour}`) =>
  event({ title, from: `0901T${hour}00`, to: `0901T${hour}30`, room: "Hall", more: [alarm("-PT5M")] });

test("nothing is wrong with a feed in which nothing is wrong", () => {
  const feed = examineText([10, 11, 12, 13, 14, 15].map((hour) => talk(hour)));
  expect(RULES.flatMap((rule) => told(rule(feed)))).toEqual([]);
});

test("a session without a room, and a break without one, are two things", () => {
  const feed = examineText([
    event({ title: "A" }),
    event({ title: "Lunch" }),
    event({ title: "B", room: "tbd" }),
    event({ title: "C", more: ["STATUS:CANCELLED"] }),
  ]);
  expect(told(findNoRoom(feed))).toEqual([
    "no-room 5 A: It has no location.",
    "no-room 17 B: Its room is “tbd”.",
    "break-without-room 11 Lunch: It has no location.",
  ]);
});

test("without an alarm the app's own time is told; an alarm after the start comes too late", () => {
  const feed = examineText([
    event({ title: "A" }),
    event({ title: "B", more: [alarm("PT10M")] }),
    event({ title: "C", more: [alarm("-PT10M")] }),
    event({ title: "Lunch" }),
  ]);
  expect(told(findAlarms(feed))).toEqual([
    "no-alarm 5 A: The app reminds 5 min before.",
    "alarm-too-late 11 B: Its first alarm rings 10 min after the start.",
  ]);
  const early = examineText([event({ title: "A" })], undefined, { leadMinutes: 20 });
  expect(told(findAlarms(early))).toEqual(["no-alarm 5 A: The app reminds 20 min before."]);
});

test("UIDs are each one's own, but for the dates of a series and for what is in the feed twice", () => {
  const uid = "UID:same";
  const feed = examineText([
    event({ title: "A", more: [uid] }),
    event({ title: "B", from: "0902T0900", to: "0902T1000", more: [uid] }),
    event({ title: "B", from: "0902T0900", to: "0902T1000", more: [uid] }),
    event({ title: "C", more: ["UID: "] }),
    event({ title: "D", more: ["UID:series", "RRULE:FREQ=DAILY;COUNT=2"] }),
    event({ title: "E", more: ["UID:series", "RECURRENCE-ID:20300901T090000"] }),
  ]);
  expect(told(findUids(feed))).toEqual([
    "repeated-uid 11 B: It has the UID of “A” (line 5).",
    "no-uid 23 C: It has no UID line.",
  ]);
});

test("the same title, time and room is a copy", () => {
  const feed = examineText([talk(10), talk(10), talk(11, "Talk 10")]);
  expect(told(findDuplicates(feed))).toEqual(["duplicate 16 Talk 10: The same as “Talk 10” (line 5)."]);
});

test("every part of a session is named with its day, time and line", () => {
  const feed = examineText([talk(14, "A"), talk(10, "A"), talk(11)]);
  expect(told(findParts(feed))).toEqual([
    "parts 16 A: Sunday 1 September: part 1 10:00–10:30 (line 16), part 2 14:00–14:30 (line 5).",
  ]);
});

test("numbers of parts that cannot be are told, and a session that is given twice is not", () => {
  const of = (...titles: readonly string[]) =>
    told(findPartNumbers(examineText(titles.map((title, at) => talk(10 + at, title)))));
  expect(of("A (part 2)", "A (part 1)")).toEqual([
    "parts-contradict 16 A (part 1): Part 1 begins after part 2.",
  ]);
  expect(of("A, part 3 of 2")).toEqual(["parts-contradict 5 A, part 3 of 2: It is part 3 of 2."]);
  expect(of("A – Part 1/2", "A – Part 2/3")).toHaveLength(1);
  expect(of("A (part 1)", "A (part 2)", "A (part 1)", "A (part 2)")).toEqual([]);
  expect(of("Spare part 2", "Being part of it")).toEqual([]);
});

test("titles that are missing, open, or too long for a phone are told", () => {
  const feed = examineText([
    event({}),
    event({ title: "TBA" }),
    event({ title: "x".repeat(80) }),
    event({ title: "y".repeat(81) }),
    event({ title: "z".repeat(121) }),
  ]);
  expect(
    findTitles(feed)
      .map(({ code, line }) => `${code} ${line}`)
      .sort(),
  ).toEqual(["no-title 5", "title-cut 28", "title-long 22", "title-open 10"]);
  expect([widthOf("नमस्ते"), widthOf("会议"), widthOf("Ce\u0301")]).toEqual([4, 4, 2]);
});

test("no length, past midnight, far longer than the others", () => {
  const feed = examineText([
    ...[10, 11, 12, 13, 14].map((hour) => talk(hour)),
    event({ title: "A", to: "0901T0900" }),
    event({ title: "B", to: "0901T0800" }),
    event({ title: "C", from: "0901T2200", to: "0902T0100" }),
    event({ title: "D", from: "0901T2200", to: "0902T0000" }),
    event({ title: "E", from: "0901T0800", to: "0901T2100" }),
  ]);
  expect(told(findLengths(feed))).toEqual([
    "far-longer 84 E: It lasts 13 h.",
    "no-length 60 A: It ends as it begins.",
    "no-length 66 B: Its end lies before its start.",
    "over-midnight 72 C: Sunday 1 September 22:00 to Monday 2 September 01:00.",
  ]);
});

test("a session weeks away from the others is told, in a conference and not in a club's calendar", () => {
  const far = event({ title: "Far", from: "1001T0900", to: "1001T1000" });
  const days = (month: number, day: number) => {
    const date = `${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
    return event({ title: date, from: `${date}T0900`, to: `${date}T1000` });
  };
  const conference = [1, 2, 3, 4, 5].map((day) => days(9, day));
  expect(told(findOutliers(examineText([...conference, far])))).toEqual([
    "far-outside 35 Far: It is on Tuesday 1 October, 09:00–10:00 (2030).",
  ]);
  expect(findOutliers(examineText(conference))).toEqual([]);
  const twin = [1, 2, 3, 4].map((day) => days(11, day));
  expect(findOutliers(examineText([...conference, ...twin]))).toEqual([]);
  expect(findOutliers(examineText([1, 2, 3, 4, 5, 6].map((month) => days(month, 1))))).toEqual([]);
});

test("the feed's own head: name, zone, interval, size, age, end", () => {
  const bare = examineText([event({ title: "A" })], ["BEGIN:VCALENDAR"]);
  const codes = (feed: Parameters<typeof findHead>[0]) => findHead(feed).map(({ code }) => code);
  expect(codes(bare)).toEqual(["no-time-zone", "no-name", "no-refresh-interval"]);
  const whole = examineText([talk(10)]);
  expect(codes({ ...whole, cutOff: true, size: 2_000_000 })).toEqual(["cut-off", "large"]);
  expect(told(findHead({ ...whole, now: Date.UTC(2031, 0, 1) }))).toEqual([
    "past null the feed: Its last day was Sunday 1 September 2030.",
  ]);
  const cancelled = examineText([event({ title: "A", more: ["STATUS:CANCELLED"] }), talk(10)]);
  expect(told(findCancelled(cancelled))).toEqual(["cancelled 5 A: Its STATUS is CANCELLED."]);
});

test("what the reader left out or guessed is told with its line, and what a rule tells is not told twice", () => {
  const feed = examineText([
    event({ title: "A", more: ["URL:nowhere"] }),
    event({ title: "B", from: "0901T0900", more: ["DTSTART:never"] }).replace(/DTSTART:2030.*\n/, ""),
    event({ title: "C", to: "0901T0800" }),
    event({ title: "D" }).replace("DTSTART:", "DTSTART;TZID=Nowhere/Else:"),
  ]);
  expect(told(tellReport(feed))).toEqual([
    "detail-dropped 10 A: Its URL is no web address.",
    'not-shown 16 B: Its start "never" cannot be read.',
    'zone-guessed null zone "Nowhere/Else": Its offset is not known here; its times are read as times in Europe/Paris.',
  ]);
});
