import { describe, expect, test } from "vitest";
import { agendaOf } from "./agenda";
import { clashesOf } from "./conflict";
import { lanesOf, lanesOfDay } from "./lanes";
import { refreshGap } from "./refresh-due";
import { sampleConference, sampleSession } from "./sample";
import { DAY, HOUR, MINUTE } from "./time";

const noon = Date.parse("2030-05-21T12:00:00Z");
const at = (id: string, start: number, length: number, room = "Hall H") =>
  sampleSession({ id, startsAt: noon + start * MINUTE, endsAt: noon + (start + length) * MINUTE, room });

describe("clashes", () => {
  test("name both sessions and the minutes", () => {
    const [one, two] = [at("one", 0, 35), at("two", 20, 45)];
    expect(clashesOf([one, two])).toEqual([{ first: one, second: two, minutes: 15 }]);
  });

  test("do not come from a session that begins as another ends", () =>
    expect(clashesOf([at("one", 0, 30), at("two", 30, 30)])).toEqual([]));

  test("are found across a short session in between", () => {
    const clashes = clashesOf([at("long", 0, 120), at("short", 10, 5), at("late", 60, 30)]);
    expect(clashes.map(({ first, second }) => `${first.id}-${second.id}`)).toEqual([
      "long-short",
      "long-late",
    ]);
  });

  test("a session of no length clashes with nothing", () =>
    expect(clashesOf([at("one", 0, 30), at("point", 10, 0)])).toEqual([]));
});

describe("the agenda", () => {
  const sessions = [at("one", 0, 30), at("two", 40, 30, "Attic"), at("three", 60, 10, "Attic")];

  test("holds the starred sessions, with the change of rooms between them and their clashes", () => {
    const agenda = agendaOf(sampleConference(sessions), new Set(["one", "two", "three"]));
    expect(agenda.days[0]?.entries).toMatchObject([
      { is: "session", session: { id: "one" } },
      { is: "transfer", transfer: { from: "Hall H", to: "Attic", minutes: 10 } },
      { is: "clash", group: { sessions: [{ id: "two" }, { id: "three" }], clashes: [{ minutes: 10 }] } },
    ]);
  });

  test("counts the stars whose session is gone", () =>
    expect(agendaOf(sampleConference(sessions), new Set(["one", "vanished"])).gone).toBe(1));
});

describe("lines", () => {
  test("keep hue and letter over the days", () => {
    const sessions = [
      at("one", 0, 30, "A hall"),
      { ...at("two", DAY / MINUTE, 30, "B hall"), day: "2030-05-22" },
    ];
    const all = lanesOf(sessions);
    expect(lanesOfDay(sessions.slice(1), all)).toEqual([{ room: "B hall", index: 1, letter: "B" }]);
  });

  test("leave out rooms that only hold a break, unless there is nothing else", () => {
    const pause = { ...at("pause", 0, 30, "Foyer"), kind: "break" as const };
    const talk = at("talk", 30, 30);
    const all = lanesOf([pause, talk]);
    expect(lanesOfDay([pause, talk], all).map(({ room }) => room)).toEqual(["Hall H"]);
    expect(lanesOfDay([pause], all).map(({ room }) => room)).toEqual(["Foyer"]);
  });

  test("go on after Z", () => {
    const many = Array.from({ length: 28 }, (_, index) => at(`s${index}`, index, 1, `Room ${index}`));
    expect([...lanesOf(many).values()].slice(24).map(({ letter }) => letter)).toEqual(["Y", "Z", "AA", "AB"]);
  });
});

describe("when a refresh is due", () => {
  const conference = { ...sampleConference([at("one", 0, 30)]), refreshEvery: 12 * HOUR };

  test("people are answered at once, the clock keeps to the feed's own wish", () => {
    expect(refreshGap("opened", conference, noon - 30 * DAY)).toBe(0);
    expect(refreshGap("reconnected", conference, noon)).toBe(0);
    expect(refreshGap("clock", conference, noon - 30 * DAY)).toBe(12 * HOUR);
  });

  test("on event days the clock asks every few minutes", () => {
    expect(refreshGap("clock", conference, noon - HOUR)).toBe(10 * MINUTE);
    expect(refreshGap("clock", conference, noon + HOUR)).toBe(12 * HOUR);
  });
});
