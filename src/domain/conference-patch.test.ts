import fc from "fast-check";
import { expect, test } from "vitest";
import type { Conference } from "./conference";
import { patchBetween, patched } from "./conference-patch";
import { bareSession } from "./session";

const conference = (titles: readonly (readonly [id: number, title: string])[], name = "C"): Conference => ({
  name,
  description: "",
  timeZone: "Europe/Berlin",
  refreshEvery: null,
  sessions: titles.map(([id, title]) => bareSession({ id: `s${id}`, title, startsAt: 0, endsAt: 1 })),
});

const titles = fc.uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom("A", "B")), { selector: ([id]) => id });

test("a patch makes of one state the other, whatever has come, gone, moved or changed", () => {
  fc.assert(
    fc.property(titles, titles, (one, other) => {
      const [before, after] = [conference(one), conference(other, "D")];
      const patch = patchBetween(before, after);
      expect(patch && patched(before, structuredClone(patch))).toEqual(after);
    }),
  );
});

test("what says the same is the same object, and only what does not is told", () => {
  const before = conference([
    [1, "A"],
    [2, "B"],
  ]);
  const patch = patchBetween(
    before,
    conference([
      [2, "B"],
      [1, "Anew"],
    ]),
  );
  expect(patch?.fresh.map(({ title }) => title)).toEqual(["Anew"]);
  expect(patch && patched(before, patch).sessions[0]).toBe(before.sessions[1]);
});

test("where most of it is another it is not told", () => {
  const many = (title: string) => conference(Array.from({ length: 201 }, (_, id) => [id, title]));
  expect(patchBetween(many("A"), many("B"))).toBeNull();
  expect(patchBetween(many("A"), many("A"))?.fresh).toEqual([]);
});
