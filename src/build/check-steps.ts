import { dirname, join } from "node:path";
import { bin, type Step } from "./run-step";

/** The compiler programs, one for each runtime. */
const PROGRAMS = ["tsconfig.json", "src/domain", "src/sw", "src/build", "e2e"];

/** Writes `dist/`, which the size budgets and the end-to-end tests look at. */
export const BUILD_STEP: Step = {
  name: "build",
  args: [npm(), "run", "build"],
};

/** The size budgets of the built site; they mean nothing where the build failed. */
export const SIZE_STEP: Step = { name: "size budgets", args: [bin("size-limit", "size-limit")] };

/** The house law alone, for `npm run check`: in `npm test` it is one of the unit tests. */
export const HOUSE_STEP: Step = {
  name: "house law",
  args: [bin("vitest", "vitest"), "run", "--configLoader", "runner", "src/house.test.ts"],
};

/** Steps of `check` that need nothing but the sources, in the order of what fails soonest. */
export const SOURCE_STEPS: readonly Step[] = [
  ...PROGRAMS.map((program) => ({
    name: `types of ${program === "tsconfig.json" ? "the page" : program}`,
    args: [bin("typescript", "tsc"), "-p", program],
  })),
  { name: "lint and format", args: [bin("@biomejs/biome", "biome"), "check", "."] },
  { name: "dead code", args: [bin("knip", "knip")] },
];

/** npm's own program: it tells its scripts where it is; without it, where Node's installers put it. */
function npm(): string {
  const beside = join(dirname(process.execPath), "../lib/node_modules/npm/bin/npm-cli.js");
  return process.env.npm_execpath ?? beside;
}
