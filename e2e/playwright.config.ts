import { defineConfig } from "@playwright/test";

// `npm run screenshots`, `test:lifetimes`, `bench` and `load` run files of their own instead of those that test.
const { SCREENSHOTS, LIFETIMES, BENCH, LOAD } = process.env;
const SUITE = SCREENSHOTS ? "shots" : LIFETIMES ? "lifetimes" : BENCH ? "bench" : LOAD ? "load" : "spec";

const CHROMIUM = { browserName: "chromium", locale: "en-GB", timezoneId: "UTC" } as const;

export default defineConfig({
  testDir: ".",
  // A folder of its own: Playwright empties it, and the reports of all tests lie beside it.
  outputDir: "../test-results/e2e",
  globalSetup: "./global-setup.ts",
  reporter: [
    ["list"],
    [
      "json",
      {
        outputFile: `../test-results/${LIFETIMES ? "lifetimes-report" : BENCH ? "bench-report" : LOAD ? "load-report" : "e2e"}.json`,
      },
    ],
  ],
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // Nothing is retried: a test that fails now and then is a failure to be explained.
  retries: 0,
  workers: 2,
  timeout: 120_000,
  // A machine that is busy with two browsers draws a page in more than five seconds now and then.
  expect: { timeout: 20_000 },
  // The browser itself is found by the fixtures, so that reading this file installs nothing.
  projects: [
    {
      name: "chromium",
      testMatch: `**/*.${SUITE}.ts`,
      testIgnore: "**/*.quiet.spec.ts",
      use: CHROMIUM,
    },
    // What has to do with a second of real time runs when nothing else does: a machine that is busy with
    // other browsers would be measured instead of the app.
    { name: "quiet", testMatch: "**/*.quiet.spec.ts", dependencies: ["chromium"], use: CHROMIUM },
  ],
});
