import { expect, test } from "vitest";
import { lanesOf } from "./lanes";
import { bareSession, type Session } from "./session";
import { HOUR } from "./time";
import { timetableOf } from "./timetable";
import { legsOf } from "./timetable-legs";

const at = (room: string | null, from: number, more: Partial<Session> = {}): Session =>
  bareSession({
    id: `${room}${from}`,
    title: "x",
    startsAt: from * HOUR,
    endsAt: (from + 1) * HOUR,
    room,
    ...more,
  });

const day = [at("A", 9), at("B", 9), at("B", 10), at("C", 11, { status: "CANCELLED" }), at("A", 12)];
const { cells } = timetableOf(day, [...lanesOf(day).values()]);

test("a leg leads from each star to the next, down and across", () => {
  const legs = legsOf(cells, new Set(["A9", "B10", "C11", "A12"]));
  expect(legs.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [1, 0],
  ]);
  const topOf = (id: string) => cells.find(({ session }) => session.id === id)?.top;
  expect(legs.map(({ top, height }) => [top, top + height])).toEqual([
    [topOf("A9"), topOf("B10")],
    [topOf("B10"), topOf("A12")],
  ]);
});

test("one star makes no journey", () => expect(legsOf(cells, new Set(["A9"]))).toEqual([]));
