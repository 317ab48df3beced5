import { bin, runStep } from "./run-step";

/** `npm run pictures`: makes the pictures of manifest and README anew, from a fresh build. */
export async function main(): Promise<number> {
  return runStep({
    name: "pictures",
    args: [
      bin("@playwright/test", "playwright"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--project=chromium",
    ],
    env: { PICTURES: "1" },
    streams: true,
  });
}
