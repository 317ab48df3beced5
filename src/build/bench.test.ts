import { describe, expect, test } from "vitest";
import { movesBetween, movesText } from "./bench-compare";
import { figuresOf, medianOf } from "./bench-figures";
import type { MetricName, Sample } from "./bench-metrics";
import { readPlan } from "./bench-plan";
import { tableText } from "./bench-table";

const samplesOf = (
  metric: MetricName,
  size: number | null,
  values: readonly (number | null)[],
): readonly Sample[] => values.map((value, run) => ({ metric, size, run, value }));

/** Three runs on a machine that is `slow` times slower than another. */
const runs = (rows: readonly number[], slow = 1) =>
  figuresOf([
    ...samplesOf("static.stopped", null, [100 * slow, 110 * slow, 90 * slow]),
    ...samplesOf(
      "offline.row",
      1_000,
      rows.map((row) => row * slow),
    ),
  ]);

describe("figures", () => {
  test("the median is the middle one, or the mean of the two in the middle", () => {
    expect(medianOf([9, 1, 5])).toBe(5);
    expect(medianOf([9, 1, 5, 7])).toBe(6);
  });

  test("what could not be had once is no figure", () => {
    expect(medianOf([1, null, 3])).toBeNull();
    expect(medianOf([])).toBeNull();
  });

  test("each has its spread, and its ratio to what was measured beside it", () => {
    const row = runs([130, 120, 150]).find(({ metric }) => metric === "offline.row");
    expect(row).toMatchObject({ size: 1_000, median: 130, min: 120, max: 150, ratio: 1.3, met: true });
  });

  test("a target is missed by a figure above it, and by one that could not be had", () => {
    expect(runs([131, 131, 131]).at(-1)).toMatchObject({ met: false });
    expect(figuresOf(samplesOf("star", 27, [20, null]))).toMatchObject([{ median: null, met: false }]);
  });

  test("a target for one size is none for another", () => {
    const [small, large] = figuresOf([
      ...samplesOf("key.settled", 27, [300]),
      ...samplesOf("key.settled", 5_000, [300]),
    ]);
    expect(small?.met).toBeNull();
    expect(large?.met).toBe(false);
  });

  test("the largest conference is set against the smallest run by run", () => {
    const figures = figuresOf([
      ...samplesOf("offline.row", 27, [100, 200, 300]),
      ...samplesOf("offline.row", 5_000, [110, 220, 360]),
    ]);
    const growth = figures.find(({ metric }) => metric === "offline.growth");
    expect(growth).toMatchObject({ size: null, max: 1.2, met: true });
    expect(growth?.median).toBeCloseTo(1.1);
  });
});

describe("two benchmarks compared", () => {
  test("tell what has moved by more than the spread", () => {
    const moves = movesBetween(runs([300, 310, 320]), runs([130, 140, 150]));
    expect(moves.map(({ after }) => after.metric)).toEqual(["offline.row"]);
    expect(movesText(moves)).toBe("repeat, offline: first row at 1,000: 310 → 140 (× 0.45)");
  });

  test("do not tell noise", () => {
    expect(movesBetween(runs([300, 310, 320]), runs([290, 305, 330]))).toEqual([]);
    expect(movesBetween(runs([300, 300, 300]), runs([301, 301, 301]))).toEqual([]);
  });

  test("do not take a busier machine for a slower app", () => {
    const moves = movesBetween(runs([300, 310, 320]), runs([300, 310, 320], 3));
    expect(moves.map(({ after }) => after.metric)).toEqual(["static.stopped"]);
  });

  test("say that nothing has moved", () => {
    expect(movesText([])).toBe("Nothing has moved by more than its spread.");
  });
});

test("the table has a line for each figure, with its target and whether it is met", () => {
  const lines = tableText(runs([150, 150, 150])).split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/^repeat, offline: first row +1,000 +150 ms +1\.50 +≤ 1\.3 × yardstick +NOT MET$/);
});

describe("the command line", () => {
  test("asks for seven runs of three sizes where nothing is said", () => {
    expect(readPlan([])).toMatchObject({ runs: 7, sizes: [27, 1_000, 5_000], compare: null });
  });

  test("can ask for a quick look, a stretch, some sizes and some metrics", () => {
    expect(readPlan(["--quick"])).toMatchObject({ runs: 1, sizes: [27, 1_000] });
    expect(readPlan(["--stretch", "--runs", "3"])).toMatchObject({
      runs: 3,
      sizes: [27, 1_000, 5_000, 20_000],
    });
    expect(readPlan(["--sizes", "90", "--only", "^star"])).toMatchObject({ sizes: [90], only: "^star" });
  });

  test.each([["--runs", "0"], ["--sizes", "many"], ["--only", "("], ["--fast"]])(
    "says what it does not understand: %s %s",
    (...args) => {
      expect(readPlan(args)).toEqual(expect.any(String));
    },
  );
});
