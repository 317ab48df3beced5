import { expect, test } from "vitest";
import { lanesOf } from "./lanes";
import { linesOf, pathBefore } from "./line";
import { bareSession, type Session } from "./session";
import { MINUTE } from "./time";

const at = (room: string | null, from: number, to: number, more: Partial<Session> = {}): Session =>
  bareSession({
    id: `${room}${from}`,
    title: "Carving",
    startsAt: from * MINUTE,
    endsAt: to * MINUTE,
    room,
    ...more,
  });

const rows = [
  at("A", 0, 30),
  at("B", 0, 60),
  at("C", 20, 40),
  at(null, 60, 90, { kind: "break" }),
  at("A", 90, 120),
];
const lanes = [...lanesOf(rows).values()];
const lines = (starred: readonly string[], now = -1, drawn = lanes) =>
  linesOf(rows, drawn, new Set(starred), now * MINUTE);

test("a line is busy from a session's start to its end, and live while that lasts", () => {
  expect(lines([]).map(({ traffic }) => traffic)).toEqual(["b..", "bb.", "bbb", "...", "b.."]);
  expect(lines([], 35).map(({ traffic }) => traffic)).toEqual(["b..", "bl.", "bll", "...", "b.."]);
});

test("what was cancelled and what is a break keeps no line busy", () => {
  const off = [at("A", 0, 30, { status: "CANCELLED" }), at("A", 0, 30, { kind: "break" })];
  expect(linesOf(off, lanes, new Set(), 0).map(({ traffic }) => traffic)).toEqual(["...", "..."]);
});

test("the journey goes from star to star, across the lines between, and past what is not starred", () => {
  expect(lines(["A0", "C20", "A90"]).map(({ path }) => path)).toEqual([
    "b//",
    "tb//",
    "te/se/sb",
    "//tb",
    "e/se/ts",
  ]);
});

test("with one line for all rooms the journey stays on it", () => {
  expect(lines(["A0", "C20"], -1, []).map(({ path }) => path)).toEqual(["b", "tb", "t", "", ""]);
});

test("one star, and none, are no journey; a cancelled one is no stop", () => {
  expect(lines(["B0"]).map(({ path }) => path)).toEqual(["//", "//", "//", "//", "//"]);
  expect(lines([]).every(({ path }) => path === "//")).toBe(true);
});

test("before a row the journey runs straight on to where the row takes it up", () => {
  expect(lines(["A0", "C20", "A90"]).map(pathBefore)).toEqual(["//", "tb//", "tb//", "//tb", "//tb"]);
});
