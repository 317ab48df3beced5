import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countFilter,
  type Filter,
  isLeft,
  knownFilter,
  NO_FILTER,
  partsSet,
  passes,
  readFilter,
  valuesIn,
  writeFilter,
} from "./filter";
import { bareSession, type Session } from "./session";
import { DAY } from "./time";

const HOUR = 3_600_000;
const session = (id: string, more: Partial<Session> = {}): Session =>
  bareSession({ id, title: id, startsAt: HOUR, endsAt: 2 * HOUR, day: "2030-05-21", ...more });

const ALL = [
  session("a", { room: "Blue", kind: "talk", categories: ["30 mins talk"] }),
  session("b", {
    room: "Red",
    kind: "bof",
    categories: ["SPONSORED"],
    day: "2030-05-22",
    startsAt: 24 * HOUR,
    endsAt: 25 * HOUR,
  }),
  session("c", {
    room: "Blue",
    kind: "talk",
    categories: ["Sponsored"],
    day: "2030-05-22",
    startsAt: 26 * HOUR,
    endsAt: 26 * HOUR,
  }),
  session("d", { kind: "break" }),
];
const facts = { starred: new Set(["b"]), now: 2 * HOUR };
const idsOf = (filter: Partial<Filter>) =>
  ALL.filter((one) => passes(one, { ...NO_FILTER, ...filter }, facts)).map(({ id }) => id);

const text = fc.string({ unit: "grapheme", minLength: 1 });
const anyFilter: fc.Arbitrary<Filter> = fc.record({
  q: fc.string({ unit: "grapheme" }),
  day: fc.option(text),
  room: fc.option(text),
  kind: fc.option(text),
  category: fc.option(text),
  starred: fc.boolean(),
  left: fc.boolean(),
});

// What is hard to read in an address, half of a character among it.
const typed = fc.string({
  unit: fc.constantFrom("q", "day", "=", "&", "%", "%E0%A4", "+", "#", "\ud83d", "é"),
});

describe("a filter in the address", () => {
  test("comes back as it was written, whatever it holds", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readFilter(writeFilter(filter))).toEqual(filter);
      }),
    );
  });

  test("is read from whatever somebody typed, and never throws", () => {
    fc.assert(fc.property(typed, (query) => void writeFilter(readFilter(query))));
    expect(readFilter("q=a+b%20c&day=&starred=yes&kind=bof&nonsense&x=1&left=1&q2=%E0%A4")).toEqual({
      ...NO_FILTER,
      q: "a b c",
      kind: "bof",
      left: true,
    });
    expect(readFilter("q=100%").q).toBe("100%");
    expect(writeFilter({ ...NO_FILTER, q: "\ud83d" })).toBe("q=%EF%BF%BD");
  });

  test("that lets everything through is not written", () => expect(writeFilter(NO_FILTER)).toBe(""));
});

describe("a filter", () => {
  test("lets through what has all that it asks for", () => {
    expect(idsOf({})).toEqual(["a", "b", "c", "d"]);
    expect(idsOf({ room: "Blue" })).toEqual(["a", "c"]);
    expect(idsOf({ room: "Blue", day: "2030-05-22" })).toEqual(["c"]);
    expect(idsOf({ kind: "bof" })).toEqual(["b"]);
    expect(idsOf({ category: "sponsored" })).toEqual(["b", "c"]);
    expect(idsOf({ category: "30 min talk" })).toEqual(["a"]);
    expect(idsOf({ starred: true })).toEqual(["b"]);
    expect(idsOf({ left: true })).toEqual(["b", "c"]);
  });

  test("takes a session for over when it ends, and one without an end when it begins", () => {
    expect(isLeft({ startsAt: 1, endsAt: 5, allDay: false }, 4)).toBe(true);
    expect(isLeft({ startsAt: 1, endsAt: 5, allDay: false }, 5)).toBe(false);
    expect(isLeft({ startsAt: 5, endsAt: 5, allDay: false }, 4)).toBe(true);
    expect(isLeft({ startsAt: 5, endsAt: 5, allDay: false }, 5)).toBe(false);
    const wholeDay = { startsAt: 5, endsAt: 5, allDay: true };
    expect(isLeft(wholeDay, DAY)).toBe(true);
    expect(isLeft(wholeDay, DAY + 5)).toBe(false);
  });

  test("counts beside each option what choosing it would leave", () => {
    const filter: Filter = { ...NO_FILTER, room: "Blue", day: "2030-05-22" };
    const offered = {
      day: valuesIn(ALL, "day"),
      room: valuesIn(ALL, "room"),
      kind: valuesIn(ALL, "kind"),
      category: valuesIn(ALL, "category"),
    };
    const { options, ...ticks } = countFilter(offered, ALL, filter, facts);
    const count = (choice: "room" | "day" | "category") =>
      options[choice].map(({ value, count }) => [value, count]);
    expect(count("room")).toEqual([
      ["Blue", 1],
      ["Red", 1],
    ]);
    expect(count("day")).toEqual([
      ["2030-05-21", 1],
      ["2030-05-22", 1],
    ]);
    expect(count("category")).toEqual([
      ["30 min talk", 0],
      ["Sponsored", 1],
    ]);
    for (const choice of ["room", "day", "category"] as const)
      for (const option of options[choice])
        expect(idsOf({ ...filter, [choice]: option.value })).toHaveLength(option.count);
    expect(ticks).toEqual({
      starred: idsOf({ ...filter, starred: true }).length,
      left: idsOf({ ...filter, left: true }).length,
    });
    expect(partsSet(filter)).toBe(2);
  });

  test("forgets what the schedule does not offer, and keeps what it spells otherwise", () => {
    const offered = { day: ["2030-05-21"], room: ["Blue"], kind: ["talk"], category: ["Sponsored"] };
    expect(
      knownFilter(
        { ...NO_FILTER, q: "x", day: "tomorrow", room: "Green", kind: "talk", category: "SPONSORED" },
        offered,
      ),
    ).toEqual({ ...NO_FILTER, q: "x", kind: "talk", category: "Sponsored" });
  });
});
