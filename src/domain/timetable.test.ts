import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lanesOf } from "./lanes";
import { sampleSession } from "./sample";
import type { Session } from "./session";
import { MINUTE } from "./time";
import { ticksOf } from "./time-scale";
import { type Cell, timetableOf, topIn } from "./timetable";
import { stepFrom } from "./timetable-step";

const MORNING = Date.parse("2030-05-21T08:00:00Z");
const at = (clock: string) => Date.parse(`2030-05-21T${clock}:00Z`);

function session(id: string, room: string | null, from: string, to: string, over: Partial<Session> = {}) {
  return sampleSession({ id, title: id, room, startsAt: at(from), endsAt: at(to), ...over });
}

function tableOf(...sessions: readonly Session[]) {
  const table = timetableOf(sessions, [...lanesOf(sessions).values()]);
  const cell = (id: string) => table.cells.find((candidate) => candidate.session.id === id) as Cell;
  return { table, cell };
}

const made = fc.record({
  start: fc.integer({ min: 0, max: 140 }),
  minutes: fc.constantFrom(0, 1, 5, 10, 20, 45, 90, 400, 1500),
  room: fc.constantFrom("A", "B", "C", null),
  kind: fc.constantFrom("talk" as const, "talk" as const, "break" as const),
  allDay: fc.constantFrom(false, false, false, false, true),
});
const days = fc.array(made, { minLength: 1, maxLength: 25 }).map((facts) => {
  const sessions = facts
    .map(({ start, minutes, ...rest }, index) => {
      const startsAt = rest.allDay ? MORNING - 480 * MINUTE : MORNING + start * 5 * MINUTE;
      return sampleSession({ id: `s${index}`, startsAt, endsAt: startsAt + minutes * MINUTE, ...rest });
    })
    .sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  return { sessions, lanes: [...lanesOf(sessions).values()] };
});

describe("whatever a day holds", () => {
  test("no two sessions lie on one another, each is in its own column, all are in the list's order", () => {
    fc.assert(
      fc.property(days, ({ sessions, lanes }) => {
        fc.pre(lanes.length > 0);
        const { cells, columns, height } = timetableOf(sessions, lanes);
        expect(cells.map((cell) => cell.session)).toEqual(sessions);
        for (const cell of cells) {
          expect(cell.height).toBeGreaterThan(0);
          expect(cell.space).toBeGreaterThanOrEqual(Math.max(2.75, cell.height) - 1e-6);
          expect(cell.top).toBeGreaterThanOrEqual(0);
          expect(cell.top + cell.space).toBeLessThanOrEqual(height + 1e-6);
          expect(cell.column + cell.columns).toBeLessThanOrEqual(columns.length);
          expect(cell.part).toBeLessThan(cell.parts);
          const own = lanes.findIndex(({ room }) => room === cell.session.room);
          if (own >= 0) expect(cell.column <= own && own < cell.column + cell.columns).toBe(true);
          if (own >= 0 && cell.session.kind === "talk") expect(cell.columns).toBe(1);
        }
        const lies = (one: Cell, other: Cell) =>
          one.top < other.top + other.space - 1e-6 &&
          other.top < one.top + one.space - 1e-6 &&
          one.column < other.column + other.columns &&
          other.column < one.column + one.columns;
        for (const [index, one] of cells.entries()) {
          for (const other of cells.slice(index + 1)) {
            if (!lies(one, other)) continue;
            expect([one.column, one.columns, one.parts]).toEqual([other.column, other.columns, other.parts]);
            expect(one.part).not.toBe(other.part);
          }
        }
      }),
    );
  });

  test("arrows lead to every session, from any other", () => {
    fc.assert(
      fc.property(days, ({ sessions, lanes }) => {
        fc.pre(lanes.length > 0);
        const { cells, columns } = timetableOf(sessions, lanes);
        const reached = new Set([cells[0]]);
        for (const cell of reached) {
          for (const step of ["earlier", "later", "before", "after"] as const) {
            for (let column = 0; column < columns.length; column += 1) {
              const next = cell && stepFrom(cells, cell, step, column);
              if (next) reached.add(next);
            }
          }
        }
        expect(reached.size).toBe(cells.length);
      }),
    );
  });
});

test("heights are true to time wherever a session is on, from ten minutes to ninety", () => {
  const { cell } = tableOf(
    session("short", "A", "10:00", "10:10"),
    session("long", "B", "10:00", "11:30"),
    session("middle", "A", "10:15", "11:00"),
  );
  expect(cell("short").space).toBeCloseTo(2.75);
  expect(cell("long").height / cell("short").height).toBeCloseTo(9);
  expect(cell("middle").height / cell("short").height).toBeCloseTo(4.5);
});

test("shorter than ten minutes, a session still has a line and a target", () => {
  const { cell } = tableOf(
    session("blink", "A", "10:00", "10:02"),
    session("next", "A", "10:02", "10:30"),
    session("long", "B", "10:00", "11:30"),
  );
  expect(cell("blink").height).toBeCloseTo(2.75);
  expect(cell("next").height).toBeGreaterThan(7);
});

test("a day of long sessions is not drawn out", () => {
  const { cell } = tableOf(session("one", "A", "09:00", "11:00"), session("two", "B", "09:00", "12:00"));
  expect(cell("one").height).toBe(12);
});

test("breaks and empty hours are shortened, and the time goes on as it was behind them", () => {
  const { table, cell } = tableOf(
    session("one", "A", "10:00", "11:00"),
    session("lunch", null, "11:00", "13:00", { kind: "break" }),
    session("two", "B", "13:00", "14:00"),
    session("evening", "A", "20:00", "21:00"),
  );
  expect(cell("lunch")).toMatchObject({ column: 0, columns: 2, height: 3.5 });
  expect(cell("two").height).toBe(cell("one").height);
  expect(cell("evening").top - cell("two").top - cell("two").height).toBe(2.25);
  expect(table.scale.stretches.filter(({ isShortened }) => isShortened)).toHaveLength(2);
  expect(topIn(table, at("12:00"))).toBe(cell("lunch").top + 1.75);
});

test("a break across some rooms leaves those alone in which something is on", () => {
  const { cell } = tableOf(
    session("a", "A", "09:00", "10:00"),
    session("b", "B", "09:00", "10:00"),
    session("c", "C", "09:00", "10:00"),
    session("workshop", "A", "10:00", "13:00"),
    session("lunch", null, "11:00", "12:00", { kind: "break" }),
  );
  expect(cell("lunch")).toMatchObject({ column: 1, columns: 2 });
});

test("a break of one room spans those that pause with it; breaks of each room stay apart", () => {
  const one = tableOf(
    session("a", "A", "09:00", "10:00"),
    session("b", "B", "09:00", "10:00"),
    session("lunch", "B", "10:00", "11:00", { kind: "break" }),
  );
  expect(one.cell("lunch")).toMatchObject({ column: 0, columns: 2 });
  const each = tableOf(
    session("in A", "A", "10:00", "11:00", { kind: "break" }),
    session("in B", "B", "10:00", "11:00", { kind: "break" }),
  );
  expect(each.cell("in B")).toMatchObject({ column: 1, columns: 1 });
});

test("what has no room spans all, or has a column of its own while rooms are busy", () => {
  const { table, cell } = tableOf(
    session("opening", null, "08:00", "09:00"),
    session("a", "A", "09:00", "10:00"),
    session("b", "B", "09:00", "10:00"),
    session("walk", null, "09:30", "10:30"),
  );
  expect(cell("opening")).toMatchObject({ column: 0, columns: 2 });
  expect(cell("walk")).toMatchObject({ column: 2, columns: 1 });
  expect(table.columns.map(({ lane }) => lane?.room)).toEqual(["A", "B", undefined]);
});

test("parallel sessions in one room stand side by side, and those after them have its width again", () => {
  const { table, cell } = tableOf(
    session("one", "A", "10:00", "11:00"),
    session("two", "A", "10:30", "11:30"),
    session("three", "A", "11:00", "12:00"),
    session("four", "A", "12:00", "13:00"),
    session("b", "B", "10:00", "11:00"),
  );
  expect(cell("one")).toMatchObject({ part: 0, parts: 2 });
  expect(cell("two")).toMatchObject({ part: 1, parts: 2 });
  expect(cell("three")).toMatchObject({ part: 0, parts: 2 });
  expect(cell("four")).toMatchObject({ part: 0, parts: 1 });
  expect(table.columns.map(({ parts }) => parts)).toEqual([2, 1]);
});

test("what lasts all day stands above the clock", () => {
  const { table, cell } = tableOf(
    session("fair", "A", "00:00", "23:59", { allDay: true }),
    session("talk", "A", "10:00", "11:00"),
    session("other", "B", "10:00", "11:00"),
  );
  expect(cell("fair")).toMatchObject({ column: 0, columns: 1, top: 0, height: 2.75 });
  expect(cell("talk").top).toBe(2.75);
  expect(topIn(table, at("10:00"))).toBe(2.75);
});

test("past midnight the day goes on", () => {
  const { cell } = tableOf(
    session("talk", "A", "20:00", "21:00"),
    sampleSession({
      id: "party",
      room: "B",
      startsAt: at("22:00"),
      endsAt: Date.parse("2030-05-22T02:00:00Z"),
    }),
  );
  expect(cell("party").top).toBeGreaterThan(cell("talk").top);
  expect(cell("party").height).toBeCloseTo(2 * cell("talk").height);
});

test("the margin names hours where there is room, and both ends of what is shortened", () => {
  const { table } = tableOf(
    session("one", "A", "09:15", "11:00"),
    session("lunch", null, "11:00", "13:15", { kind: "break" }),
    session("two", "B", "13:15", "15:00"),
  );
  const clock = (instant: number) => new Date(instant).toISOString().slice(11, 16);
  const ticks = ticksOf(table.scale, "Etc/UTC").map((tick) => clock(tick.at));
  expect(ticks).toEqual(["09:15", "10:00", "10:30", "11:00", "13:15", "14:00", "14:30"]);
});

test("arrows stay in the room, cross over to what is nearest in time, and come out where they went in", () => {
  const { table, cell } = tableOf(
    session("a1", "A", "09:00", "10:00"),
    session("b1", "B", "09:30", "10:00"),
    session("c1", "C", "09:00", "09:30"),
    session("lunch", null, "10:00", "11:00", { kind: "break" }),
    session("a2", "A", "11:00", "12:00"),
    session("b2", "B", "11:00", "12:00"),
  );
  const step = (id: string, way: Parameters<typeof stepFrom>[2], column: number) =>
    stepFrom(table.cells, cell(id), way, column)?.session.id;
  expect(step("a1", "later", 0)).toBe("lunch");
  expect(step("lunch", "later", 0)).toBe("a2");
  expect(step("lunch", "later", 1)).toBe("b2");
  expect(step("b2", "earlier", 1)).toBe("lunch");
  expect(step("lunch", "earlier", 1)).toBe("b1");
  expect(step("a1", "after", 0)).toBe("b1");
  expect(step("b1", "after", 1)).toBe("c1");
  expect(step("b2", "after", 1)).toBe("lunch");
  expect(step("a1", "before", 0)).toBeUndefined();
  expect(step("c1", "after", 2)).toBeUndefined();
});
