import { expect, test } from "vitest";
import { lanesOf } from "./lanes";
import { nowNext, passedShare, stageOf } from "./now-next";
import { bareSession, type Session } from "./session";
import { MINUTE } from "./time";

const at = (title: string, room: string | null, from: number, to: number, more: Partial<Session> = {}) =>
  bareSession({ id: title, title, startsAt: from * MINUTE, endsAt: to * MINUTE, room, ...more });

const day = [
  at("Whole day", null, 0, 600, { allDay: true }),
  at("One", "A", 0, 30),
  at("Two", "B", 10, 60),
  at("Off", "A", 30, 60, { status: "CANCELLED" }),
  at("Tea", null, 30, 40, { kind: "break" }),
  at("Three", "A", 40, 70),
  at("Four", "A", 40, 80),
  at("Everywhere", null, 90, 100),
];
const found = (now: number) => {
  const { breaks, rooms } = nowNext(day, lanesOf(day), now * MINUTE);
  const titles = (sessions: readonly Session[]) => sessions.map(({ title }) => title).join("+");
  return {
    breaks: titles(breaks),
    rooms: rooms.map(({ lane, on, next }) => `${lane?.room ?? "-"}: ${titles(on)} > ${titles(next)}`),
  };
};

test("each room tells what is on and what comes next; the end of a session does not belong to it", () => {
  expect(found(20)).toEqual({ breaks: "", rooms: ["A: One > Three+Four", "B: Two > ", "-:  > Everywhere"] });
  expect(found(30)).toEqual({ breaks: "Tea", rooms: ["A:  > Three+Four", "B: Two > ", "-:  > Everywhere"] });
});

test("a room with nothing more to come is left out", () => {
  expect(found(85)).toEqual({ breaks: "", rooms: ["-:  > Everywhere"] });
  expect(found(100)).toEqual({ breaks: "", rooms: [] });
});

test("the stage goes by what is held: neither cancelled nor all day", () => {
  expect([-1, 0, 99, 100].map((now) => stageOf(day, now * MINUTE))).toEqual([
    "before",
    "during",
    "during",
    "over",
  ]);
  expect(stageOf([], 0)).toBe("over");
});

test("the share that has passed stays between none and all", () => {
  const [, one] = day as [Session, Session];
  expect([-5, 15, 45].map((now) => passedShare(one, now * MINUTE))).toEqual([0, 0.5, 1]);
  expect(passedShare(at("Point", null, 5, 5), 0)).toBe(1);
});
