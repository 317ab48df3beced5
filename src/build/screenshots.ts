import { bin, runStep } from "./run-step";

/** `npm run screenshots`: every view at five widths in both schemes, and manifest's and README's pictures of them. */
export async function main(): Promise<number> {
  return runStep({
    name: "screenshots",
    args: [
      bin("@playwright/test", "playwright"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--project=chromium",
      "--workers=1",
    ],
    env: { SCREENSHOTS: "1" },
    streams: true,
  });
}
