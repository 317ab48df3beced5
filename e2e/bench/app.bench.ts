import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { test } from "@playwright/test";
import { METRICS, type Measured, type MetricName, type Sample } from "../../src/build/bench-metrics";
import type { BenchPlan } from "../../src/build/bench-plan";
import { BenchBrowser } from "./bench-browser";
import { openSites } from "./bench-sites";
import { measuresOf } from "./measures";

// Not a test of `npm test`: `npm run bench` measures by it.

test("the benchmark", async () => {
  test.setTimeout(0);
  const plan: BenchPlan = JSON.parse(process.env.BENCH ?? "");
  const wanted = new RegExp(plan.only);
  const samples: Sample[] = [];
  const sites = await openSites(plan.sizes);
  const browser = await BenchBrowser.start(sites.conferences[0]?.starred.origin ?? "");
  try {
    const measures = measuresOf(browser, sites).filter(({ yields }) =>
      yields.some((name) => wanted.test(name)),
    );
    for (const { name, prepare } of measures) {
      console.log(`preparing ${name}`);
      await prepare();
    }
    for (let run = 0; run < plan.runs; run++) {
      for (const { name, size, measure } of measures) {
        const began = performance.now();
        const measured: Measured = await measure();
        for (const metric of Object.keys(METRICS) as MetricName[]) {
          const value = measured[metric];
          if (value !== undefined) samples.push({ metric, size, run, value });
        }
        console.log(`run ${run + 1}: ${name} (${((performance.now() - began) / 1_000).toFixed(1)} s)`);
      }
    }
  } finally {
    await browser.close();
    await sites.remove();
    await mkdir(dirname(plan.samples), { recursive: true });
    await writeFile(plan.samples, JSON.stringify(samples));
  }
});
