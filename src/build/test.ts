import { rm } from "node:fs/promises";
import { join } from "node:path";
import { check } from "./check";
import { type EndToEndReport, endToEndTally, reportedTally, type UnitReport, unitTally } from "./read-report";
import { bin, PROJECT, runStep } from "./run-step";
import { sumOf, type Tally, tallyLines } from "./tally";

const RESULTS = join(PROJECT, "test-results");
const UNIT_REPORT = join(RESULTS, "unit.json");
const END_TO_END_REPORT = join(RESULTS, "e2e.json");

/**
 * `npm test`: every step of `check`, the unit tests, the end-to-end tests. Whatever happens, the last
 * line of standard output is `N passed, N failed`; 0 comes back only with 0 failed.
 */
export async function main(): Promise<number> {
  const { tally: checked, built } = await check();
  const total = sumOf([checked, await unitTests(), await endToEndTests(built)]);
  process.stdout.write(`\n${tallyLines(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function unitTests(): Promise<Tally> {
  // A report of an earlier run must not be taken for this one's.
  await rm(UNIT_REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
  const code = await runStep({
    name: "unit tests",
    args: [bin("vitest", "vitest"), "run", "--configLoader", "runner", "--retry=0", ...reporters],
    streams: true,
  });
  return reportedTally<UnitReport>(UNIT_REPORT, code, unitTally);
}

async function endToEndTests(built: boolean): Promise<Tally> {
  if (!built) {
    process.stdout.write("✗ end-to-end tests: did not run, as there is no build\n");
    return { passed: 0, failed: 1, skipped: [] };
  }
  await rm(END_TO_END_REPORT, { force: true });
  const code = await runStep({
    name: "end-to-end tests",
    args: [bin("@playwright/test", "playwright"), "test", "--config=e2e/playwright.config.ts", "--retries=0"],
    env: { TRACKSIDE_BUILT: "1" },
    streams: true,
  });
  return reportedTally<EndToEndReport>(END_TO_END_REPORT, code, endToEndTally);
}
