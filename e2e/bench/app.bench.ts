import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "@playwright/test";
import type { Measured, Sample } from "../../src/build/bench-metrics";
import type { BenchPlan } from "../../src/build/bench-plan";
import { BenchBrowser } from "./bench-browser";
import { openSites } from "./bench-sites";
import { type Measure, measuresOf } from "./measures";

// Not a test of `npm test`: `npm run bench` measures by it.

test("the benchmark", async () => {
  test.setTimeout(0);
  const plan: BenchPlan = JSON.parse(process.env.BENCH ?? "");
  const wanted = new RegExp(plan.only);
  const samples: Sample[] = [];
  const failures: string[] = [];
  /** Does something and says how long it took; false where it failed, which is told at the end. */
  const timed = async (what: string, work: () => Promise<unknown>): Promise<boolean> => {
    const began = performance.now();
    const failure = await work().then(() => null, String);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(`${what} (${seconds} s)${failure === null ? "" : `: ${failure}`}`);
    if (failure !== null) failures.push(`${what}: ${failure}`);
    return failure === null;
  };

  await mkdir(dirname(plan.samples), { recursive: true });
  const sites = await openSites(plan.sizes);
  const browser = await BenchBrowser.start(sites.conferences[0]?.starred.origin ?? "");
  try {
    const ready: Measure[] = [];
    for (const one of measuresOf(browser, sites)) {
      if (!one.yields.some((name) => wanted.test(name))) continue;
      if (await timed(`preparing ${one.name}`, one.prepare)) ready.push(one);
    }
    for (let run = 0; run < plan.runs; run++) {
      for (const { name, size, yields, measure } of ready) {
        let measured: Measured = {};
        await timed(`run ${run + 1}: ${name}`, async () => {
          measured = await measure();
        });
        for (const metric of yields) samples.push({ metric, size, run, value: measured[metric] ?? null });
        // At once: a benchmark that is ended half-way has measured half.
        await writeFile(plan.samples, JSON.stringify(samples));
      }
    }
  } finally {
    await browser.close();
    await sites.remove();
  }
  expect(failures, "what could not be measured").toEqual([]);
});
