import { describe, expect, test } from "vitest";
import { draftOf, entryDays, instantOn, startedAt } from "./entry-draft";
import { newDraft } from "./new-draft";
import { readDraft } from "./read-draft";
import { sampleConference, sampleSession } from "./sample";
import { bareSession } from "./session";
import { MINUTE } from "./time";

const noon = Date.parse("2030-05-21T12:00:00Z");
const session = (id: string, start: number, length: number, over = {}) =>
  sampleSession({ id, startsAt: noon + start * MINUTE, endsAt: noon + (start + length) * MINUTE, ...over });
// 14:00 to 17:00 in Oslo.
const conference = sampleConference([
  session("one", 0, 30),
  session("two", 45, 60),
  session("three", 120, 60),
]);
const draft = { title: "Coffee", day: "2030-05-21", start: "15:45", end: "16:15", place: "Foyer" };
const iso = (instant: number | null) => instant !== null && new Date(instant).toISOString();

describe("the days of an entry", () => {
  test("are the conference's, with one before and one after, also of a single one", () =>
    expect(entryDays(conference, "2030-05-21")).toEqual(["2030-05-20", "2030-05-21", "2030-05-22"]));

  test("and the one that it lies on, wherever the schedule has moved", () =>
    expect(entryDays(conference, "2030-06-01")).toContain("2030-06-01"));

  test("those of other entries bring no more", () => {
    const own = session("own:1", 9000, 30, { day: "2030-05-27", own: true });
    expect(entryDays({ sessions: [...conference.sessions, own] }, "2030-05-21")).toHaveLength(3);
  });
});

describe("a new entry", () => {
  const at = (now: number, ...starred: string[]) => newDraft(conference, new Set(starred), now);

  test("is proposed for the beginning of the first day before it, and after it", () => {
    const first = { day: "2030-05-21", start: "14:00", end: "14:30" };
    expect(at(noon - 9000 * MINUTE)).toMatchObject(first);
    expect(at(noon + 9000 * MINUTE)).toMatchObject(first);
  });

  test("during it, for the next quarter of an hour", () =>
    expect(at(noon + 31 * MINUTE)).toMatchObject({ day: "2030-05-21", start: "14:45", end: "15:15" }));

  test("where the agenda is free for as long", () => {
    expect(at(noon + 31 * MINUTE, "two")).toMatchObject({ start: "15:45", end: "16:15" });
    expect(at(noon, "one", "two")).toMatchObject({ start: "15:45" });
    expect(at(noon, "one", "two", "three")).toMatchObject({ start: "17:00" });
  });
});

describe("what is written", () => {
  const read = (over: Partial<typeof draft>, of = conference) => readDraft({ ...draft, ...over }, of, null);

  test("becomes an entry in the conference's zone", () =>
    expect(read({ title: " Coffee ", place: " " })).toEqual({
      entry: { title: "Coffee", startsAt: noon + 105 * MINUTE, endsAt: noon + 135 * MINUTE, room: null },
    }));

  test("may go on after midnight, up to the organiser's hour", () => {
    const night = read({ start: "23:30", end: "00:30" });
    expect(night).toMatchObject({ entry: { endsAt: Date.parse("2030-05-21T22:30:00Z") } });
    expect(read({ start: "00:30", end: "01:30" })).toMatchObject({
      entry: { startsAt: Date.parse("2030-05-21T22:30:00Z") },
    });
    expect(read({ start: "23:30", end: "04:30" })).toEqual({
      problems: { end: "This is before the start." },
    });
    const early = { ...conference, dayStartHour: 6 };
    expect(read({ start: "23:30", end: "04:30" }, early)).toHaveProperty("entry");
  });

  test("is told what is missing, all at once", () => {
    expect(read({ title: " ", start: "", end: "" })).toEqual({
      problems: { title: "Say what it is.", start: "Say when it begins.", end: "Say when it ends." },
    });
    expect(read({ title: "x".repeat(201), place: "x".repeat(201), end: "15:30" })).toEqual({
      problems: {
        title: "This is too long: at most 200 characters.",
        end: "This is before the start.",
        place: "This is too long: at most 200 characters.",
      },
    });
    expect(read({ title: "x".repeat(200), end: "15:45" })).toHaveProperty("entry");
  });

  test("is the same again where nothing is changed", () => {
    const entry = bareSession({ id: "own:1", title: "Coffee", startsAt: noon, endsAt: noon + 3000 * MINUTE });
    expect(readDraft(draftOf(entry, conference), conference, entry)).toMatchObject({
      entry: { startsAt: noon, endsAt: noon + 3000 * MINUTE },
    });
  });
});

describe("as the clocks change", () => {
  const spring = "2030-03-30"; // In the night after it the clocks go from 02:00 to 03:00.
  const autumn = "2030-10-26"; // And here from 03:00 back to 02:00.

  test("a time that does not exist is read as if they had not yet", () =>
    expect(iso(instantOn(spring, "02:30", conference))).toBe("2030-03-31T01:30:00.000Z"));

  test("a time that there is twice is the first", () =>
    expect(iso(instantOn(autumn, "02:30", conference))).toBe("2030-10-27T00:30:00.000Z"));

  test("an entry that lies in the second stays there when its title is changed", () => {
    const startsAt = Date.parse("2030-10-27T01:30:00Z");
    const entry = bareSession({ id: "own:1", title: "Bar", startsAt, endsAt: startsAt + 10 * MINUTE });
    const changed = { ...draftOf(entry, conference), title: "Pub" };
    expect(changed).toMatchObject({ day: autumn, start: "02:30", end: "02:40" });
    expect(readDraft(changed, conference, entry)).toMatchObject({ entry: { title: "Pub", startsAt } });
  });
});

test("the end goes along with the start", () => {
  expect(startedAt(draft, "16:00")).toMatchObject({ start: "16:00", end: "16:30" });
  expect(startedAt(draft, "23:45")).toMatchObject({ end: "00:15" });
  expect(startedAt(draft, "")).toMatchObject({ start: "", end: "16:15" });
  expect(startedAt({ ...draft, start: "" }, "16:00")).toMatchObject({ end: "16:15" });
});
