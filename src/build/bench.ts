import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg } from "node:os";
import { dirname, resolve } from "node:path";
import { movesBetween, movesText } from "./bench-compare";
import { type Figure, figuresOf } from "./bench-figures";
import type { Sample } from "./bench-metrics";
import { readPlan } from "./bench-plan";
import { tableText } from "./bench-table";
import { bin, PROJECT, runStep } from "./run-step";

/**
 * `npm run bench -- [--runs N] [--sizes 27,1000,5000] [--only PATTERN] [--json FILE] [--compare FILE] [--quick]
 * [--stretch]`: measures the production build in Chromium as on a phone, beside what is measured with it, prints a
 * table and writes the figures. It fails where something could not be measured, not where a target is missed.
 */
export async function main(args: readonly string[]): Promise<number> {
  const plan = readPlan(args);
  if (typeof plan === "string") {
    console.error(plan);
    return 1;
  }
  // Read first: it may be the file that is written.
  const before = plan.compare ? await readFigures(fromCaller(plan.compare)) : null;
  if (typeof before === "string") {
    console.error(before);
    return 1;
  }
  const samples = resolve(PROJECT, plan.samples);
  await rm(samples, { force: true });
  const startedAt = new Date().toISOString();
  const code = await runStep({
    name: `bench: ${plan.runs} runs at ${plan.sizes.join(", ")} sessions`,
    args: [
      bin("@playwright/test", "playwright"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--project=chromium",
      "--workers=1",
    ],
    // The benchmark builds sites of its own.
    env: { BENCH: JSON.stringify({ ...plan, samples }), TRACKSIDE_BUILT: "1" },
    streams: true,
  });
  const measured: readonly Sample[] = JSON.parse(await readFile(samples, "utf8").catch(() => "[]"));
  const figures = figuresOf(measured);
  const machine = { processor: cpus()[0]?.model ?? "", cores: availableParallelism(), load: loadavg()[0] };
  const file = plan.json === "test-results/bench.json" ? resolve(PROJECT, plan.json) : fromCaller(plan.json);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify({ startedAt, machine, runs: plan.runs, figures }, null, 1)}\n`);
  console.log(`\n${tableText(figures)}`);
  const judged = figures.filter(({ met }) => met !== null);
  console.log(`\n${judged.filter(({ met }) => met).length} of ${judged.length} targets met. ${file}`);
  if (before) console.log(`\nMoved since ${plan.compare}:\n${movesText(movesBetween(before, figures))}`);
  return code;
}

/** npm runs scripts in the project's folder, wherever they were asked for. */
function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

/** The figures of an earlier run; one sentence where there are none. */
async function readFigures(file: string): Promise<readonly Figure[] | string> {
  try {
    return JSON.parse(await readFile(file, "utf8")).figures;
  } catch {
    return `${file} holds no figures to compare with.`;
  }
}
