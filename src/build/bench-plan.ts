import { parseArgs } from "node:util";

/** What a benchmark is to measure, and where it puts what. */
export interface BenchPlan {
  readonly runs: number;
  /** How many sessions; 27 is the conference's own feed. */
  readonly sizes: readonly number[];
  /** A regular expression: metrics whose names match are measured, and whatever is measured with them. */
  readonly only: string;
  /** Files: of the figures, of the samples of the runs, and of the figures to compare with. */
  readonly json: string;
  readonly samples: string;
  readonly compare: string | null;
}

const RUNS = 7;
const SIZES = [27, 1_000, 5_000];
const STRETCH = 20_000;

/** Reads the command line of `npm run bench`; one sentence where it cannot be understood. */
export function readPlan(args: readonly string[]): BenchPlan | string {
  const text = { type: "string" } as const;
  const flag = { type: "boolean" } as const;
  const options = {
    runs: text,
    sizes: text,
    only: text,
    json: text,
    compare: text,
    quick: flag,
    stretch: flag,
  };
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const runs = Number(values.runs ?? (values.quick ? 1 : RUNS));
  const asked = values.sizes?.split(",").map(Number) ?? (values.quick ? SIZES.slice(0, 2) : SIZES);
  const sizes = values.stretch ? [...asked, STRETCH] : asked;
  if (!Number.isInteger(runs) || runs < 1) return "--runs has to be a whole number from 1 on.";
  if (!sizes.every((size) => Number.isInteger(size) && size > 0))
    return "--sizes has to be numbers, as in 27,1000.";
  const only = values.only ?? "";
  try {
    new RegExp(only);
  } catch {
    return `--only has to be a regular expression, not “${only}”.`;
  }
  const json = values.json ?? "test-results/bench.json";
  return {
    runs,
    sizes,
    only,
    json,
    samples: "test-results/bench-samples.json",
    compare: values.compare ?? null,
  };
}
