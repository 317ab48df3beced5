import { describe, expect, test } from "vitest";
import { alsoOn, neighboursInRoom } from "./neighbours";
import { partsOf } from "./parts";
import { passedOver } from "./pass";
import { sampleSession } from "./sample";
import { listed } from "./say-list";
import { whenWords } from "./say-when";
import { dateOf, type Session } from "./session";
import { DAY, HOUR, MINUTE, SECOND } from "./time";

const noon = Date.parse("2030-05-21T12:00:00Z");
const at = (id: string, start: number, length: number, over: Partial<Session> = {}) =>
  sampleSession({
    id,
    title: id,
    startsAt: noon + start * MINUTE,
    endsAt: noon + (start + length) * MINUTE,
    ...over,
  });
const ids = (sessions: readonly Session[]) => sessions.map(({ id }) => id);

describe("next to a session in its room", () => {
  const talk = at("talk", 0, 30);

  test("are the ones before and after it, of its day, that take place", () => {
    const before = at("before", -60, 30);
    const after = at("after", 60, 30);
    const sessions = [
      at("earlier", -120, 30),
      before,
      at("off", -30, 30, { status: "CANCELLED" }),
      talk,
      at("elsewhere", 30, 30, { room: "Attic" }),
      after,
      at("tomorrow", 24 * 60, 30, { day: "2030-05-22" }),
    ];
    expect(neighboursInRoom(talk, sessions)).toEqual({ previous: before, next: after });
    expect(neighboursInRoom(after, sessions)).toEqual({ previous: talk, next: null });
  });

  test("is nothing without a room", () => {
    const roomless = { ...talk, room: null };
    expect(neighboursInRoom(roomless, [roomless, { ...at("other", 60, 30), room: null }])).toEqual({
      previous: null,
      next: null,
    });
  });
});

describe("at the same time as a session", () => {
  const talk = at("talk", 0, 30);

  test("is what overlaps it: no breaks, nothing cancelled, nothing that begins as it ends", () => {
    const sessions = [
      at("fair", -60, 600, { allDay: true }),
      at("running", -30, 31),
      at("ended", -30, 30),
      talk,
      at("lunch", 0, 30, { kind: "break" }),
      at("off", 0, 30, { status: "CANCELLED" }),
      at("late", 29, 30),
      at("next", 30, 30),
    ];
    expect(ids(alsoOn(talk, sessions))).toEqual(["running", "late"]);
  });

  test("is another of the same title, but no other part", () => {
    const part = (number: number) => ({ title: "talk", part: { number, of: 2 } });
    const [one, two] = [at("one", 0, 30, part(1)), at("two", 20, 30, part(2))];
    const namesake = at("namesake", 0, 30, { title: "talk", room: "Attic" });
    expect(ids(alsoOn(one, [one, two, namesake]))).toEqual(["namesake"]);
  });

  test("a session without an end counts for the moment at which it begins", () => {
    const point = at("point", 10, 0);
    expect(ids(alsoOn(talk, [talk, point]))).toEqual(["point"]);
    expect(ids(alsoOn(point, [talk, point]))).toEqual(["talk"]);
  });
});

test("the parts of a session are those of its title, kind, room and day", () => {
  const part = (number: number) => ({ title: "Long one", part: { number, of: 2 } });
  const [one, two] = [at("one", 0, 30, part(1)), at("two", 60, 30, part(2))];
  const others = [
    at("namesake", 0, 30, { title: "Long one" }),
    at("elsewhere", 0, 30, { ...part(1), room: "Attic" }),
  ];
  expect(partsOf(two, [one, ...others, two])).toEqual([one, two]);
  expect(partsOf(at("whole", 0, 30), [one, two])).toEqual([]);
});

test("a star says more than having passed a session over", () =>
  expect(passedOver([{ sessionId: "one" }, { sessionId: "two" }], new Set(["two"]))).toEqual(
    new Set(["one"]),
  ));

describe("the date beside a clock time", () => {
  const late = at("late", 12 * 60, 60); // 02:00 in Oslo

  test("is the calendar's after midnight", () => expect(dateOf(late, "Europe/Oslo")).toBe("2030-05-22"));
  test("is the conference's by day, and all day", () => {
    expect(dateOf(at("talk", 0, 30), "Europe/Oslo")).toBe("2030-05-21");
    expect(dateOf({ ...late, allDay: true }, "Europe/Oslo")).toBe("2030-05-21");
  });
});

describe("where a session stands", () => {
  const zone = { timeZone: "Europe/Oslo" };
  const talk = at("talk", 0, 30);
  const words = (now: number, session = talk) => whenWords(session, now, zone);

  test.each([
    [-40 * MINUTE, "in 40 min"],
    [-40 * MINUTE + SECOND, "in 40 min"],
    [-SECOND, "in 1 min"],
    [-3 * HOUR - 20 * MINUTE, "in 3 h 20 min"],
    [0, "Now · 30 min left"],
    [12 * MINUTE, "Now · 18 min left"],
    [30 * MINUTE - SECOND, "Now · 1 min left"],
    [30 * MINUTE, "Over"],
    [-20 * HOUR, "tomorrow"],
    [-3 * DAY, "in 3 days"],
  ])("at %d ms from its start: %s", (after, said) => expect(words(noon + after)).toBe(said));

  test("a day begins at the organiser's hour", () => {
    const evening = at("evening", 31 * 60, 60, { day: "2030-05-22" });
    const night = noon + 15 * HOUR; // 05:00 in Oslo
    expect(whenWords(evening, night, zone)).toBe("in 16 h");
    expect(whenWords(evening, night, { ...zone, dayStartHour: 6 })).toBe("tomorrow");
  });

  test("tomorrow's first hours are near when it is late", () =>
    expect(words(noon - 9 * HOUR, { ...talk, day: "2030-05-22" })).toBe("in 9 h"));

  test("all day is today, or a day", () => {
    const fair = at("fair", -14 * 60, 24 * 60, { allDay: true });
    expect(words(noon, fair)).toBe("Today");
    expect(words(noon - DAY, fair)).toBe("tomorrow");
  });
});

test("a list is joined as the reader's language joins it", () =>
  expect(listed(["tea", "cake", "juice"])).toBe("tea, cake and juice"));
