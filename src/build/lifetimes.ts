import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { matrixText, readLifetimes } from "./lifetimes-matrix";
import { bin, PROJECT, runStep } from "./run-step";

const RESULTS = join(PROJECT, "test-results");
const REPORT = join(RESULTS, "lifetimes-report.json");
const MATRIX = join(RESULTS, "lifetimes.json");

/**
 * `npm run test:lifetimes`: measures what reminders really do in each state of a browser, prints it and
 * keeps it in test-results/lifetimes.json. It fails where a browser does less than is promised.
 */
export async function main(): Promise<number> {
  for (const file of [REPORT, MATRIX]) await rm(file, { force: true });
  const code = await runStep({
    name: "lifetimes",
    args: [
      bin("@playwright/test", "playwright"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--project=chromium",
      "--retries=0",
    ],
    env: { LIFETIMES: "1" },
    streams: true,
  });
  const { rows, skipped } = readLifetimes(JSON.parse(await readFile(REPORT, "utf8")));
  await writeFile(MATRIX, `${JSON.stringify({ rows, skipped }, null, 2)}\n`);
  process.stdout.write(`\n${matrixText(rows)}\n`);
  if (skipped.length > 0) process.stdout.write(`skipped: ${skipped.join("; ")}\n`);
  return code;
}
