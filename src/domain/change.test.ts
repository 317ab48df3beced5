import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Aspect, changeBetween } from "./change";
import { aspectWords, changeMark } from "./change-words";
import { sampleSession } from "./sample";
import type { Session } from "./session";
import { DAY, HOUR, MINUTE } from "./time";

const details = { summary: "", description: "Bring a knife.", location: "" };
const before = sampleSession();
const zone = { timeZone: "Europe/Oslo" };

const between = (over: Partial<Session>, text = details.description) =>
  changeBetween(
    { session: before, details },
    { session: { ...before, ...over }, details: { ...details, description: text } },
  )?.aspects ?? [];
const words = (over: Partial<Session>) => between(over).map((aspect) => aspectWords(aspect, zone));

/** One edit of a feed, and what is to be told of it. */
interface Edit {
  readonly over: Partial<Session>;
  readonly is: Aspect["is"] | null;
}
const { startsAt, endsAt } = before;
const EDITS: readonly Edit[] = [
  { over: { startsAt: startsAt + HOUR, endsAt: endsAt + HOUR }, is: "moved" },
  { over: { endsAt: endsAt + 5 * MINUTE }, is: "moved" },
  { over: { room: "Attic" }, is: "place" },
  { over: { venue: "Old Mill" }, is: "place" },
  { over: { title: "Sharpening pens" }, is: "retitled" },
  { over: { url: "https://example.org/pencils" }, is: null },
  { over: { sequence: 12 }, is: null },
  { over: { categories: ["wood"] }, is: null },
  { over: { alarms: [] }, is: null },
  { over: { status: "CONFIRMED" }, is: null },
];

describe("the difference between two states of a session", () => {
  test("is nothing where nothing differs", () => {
    fc.assert(
      fc.property(fc.subarray([...EDITS]), (edits) => {
        const session: Session = Object.assign({}, before, ...edits.map(({ over }) => over));
        expect(changeBetween({ session, details }, { session: { ...session }, details })).toBeNull();
      }),
    );
  });

  test("is what was edited, and nothing else", () => {
    fc.assert(
      fc.property(fc.subarray([...EDITS]), (edits) => {
        const told = between(Object.assign({}, ...edits.map(({ over }) => over))).map(({ is }) => is);
        const wanted = new Set(edits.map(({ is }) => is).filter((is) => is !== null));
        expect(new Set(told)).toEqual(wanted);
        expect(told).toHaveLength(wanted.size);
      }),
    );
  });

  test("is a new description", () => expect(between({}, "Bring two.")).toEqual([{ is: "details" }]));

  test("is that it is off, once, whatever else is edited, and that it is back, with what it is now", () => {
    expect(between({ status: "CANCELLED", room: "Attic", sequence: 3 })).toEqual([{ is: "cancelled" }]);
    const off = { session: sampleSession({ status: "CANCELLED" }) };
    expect(changeBetween(off, { session: sampleSession({ status: "CANCELLED", room: "Attic" }) })).toBeNull();
    expect(changeBetween(off, undefined)).toBeNull();
    expect(changeBetween(undefined, off)).toBeNull();
    expect(
      changeBetween(off, { session: sampleSession({ room: "Attic" }) })?.aspects.map(({ is }) => is),
    ).toEqual(["back", "place"]);
  });

  test("is that it is new, or gone", () => {
    expect(changeBetween(undefined, { session: before })?.aspects).toEqual([{ is: "new" }]);
    expect(changeBetween({ session: before }, undefined)?.aspects).toEqual([{ is: "gone" }]);
  });
});

describe("in words", () => {
  test("a move has both times in the conference's zone, and the days where they differ", () => {
    expect(words({ startsAt: startsAt + HOUR, endsAt: endsAt + HOUR })).toEqual([
      "Moved from 14:00 to 15:00",
    ]);
    expect(words({ startsAt: startsAt + DAY, endsAt: endsAt + DAY })).toEqual([
      "Moved from Tuesday 21 May, 14:00 to Wednesday 22 May, 14:00",
    ]);
    expect(words({ endsAt: endsAt + 5 * MINUTE })).toEqual(["Ends at 14:35, was 14:30"]);
    expect(words({ startsAt: startsAt + HOUR, allDay: true })).toEqual(["Moved from 14:00 to All day"]);
  });

  test("another place has both rooms, and the venues where they differ", () => {
    expect(words({ room: "Attic" })).toEqual(["Now in Attic, was Hall H"]);
    expect(words({ room: "Attic", venue: "Old Mill" })).toEqual(["Now in Attic, Old Mill, was Hall H"]);
    expect(words({ room: null })).toEqual(["No room named any more, was Hall H"]);
    expect(words({ room: null, venue: "Old Mill" })).toEqual(["Now in Old Mill, was Hall H"]);
  });

  test("a row is marked by what weighs most, and not twice as cancelled", () => {
    const mark = (over: Partial<Session>) => changeMark({ aspects: between(over) });
    expect(mark({ startsAt: startsAt + HOUR, room: "Attic" })).toBe("Moved");
    expect(mark({ room: "Attic", title: "Pens" })).toBe("New room");
    expect(mark({ status: "CANCELLED" })).toBeNull();
    expect(mark({ sequence: 2 })).toBeNull();
  });
});
