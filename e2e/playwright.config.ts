import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  // `npm run pictures` runs what makes pictures instead of what tests.
  testMatch: process.env.PICTURES ? "**/*.shots.ts" : "**/*.spec.ts",
  // A folder of its own: Playwright empties it, and the reports of all tests lie beside it.
  outputDir: "../test-results/e2e",
  globalSetup: "./global-setup.ts",
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // Nothing is retried: a test that fails now and then is a failure to be explained.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  // The browser itself is found by the fixtures, so that reading this file installs nothing.
  projects: [
    {
      name: "chromium",
      use: { browserName: "chromium", locale: "en-GB", timezoneId: "UTC" },
    },
  ],
});
