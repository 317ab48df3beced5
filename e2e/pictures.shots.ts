import { mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

// Not a test: `npm run pictures` makes the pictures of manifest and README from the app itself.

const FOLDER = "public/screenshots";
const STARS = [
  "Building cancellation-safe async systems with Rust",
  "Safe by construction: embedded systems in Rust",
  "The State of Rust Hiring - Signals, Skills, and Scarcity",
  "Beyond Kafka performance: streaming with Apache Iggy in Rust",
];

test.beforeAll(() => void mkdirSync(FOLDER, { recursive: true }));

/** The app in the middle of the second day; the real clock again, with the day's look kept by the caller. */
async function openStarred(page: Page): Promise<void> {
  await page.goto("./#/day/2026-04-18");
  for (const title of STARS) {
    const star = page.getByRole("button", { name: `Star ${title}`, exact: true });
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // The rehearsal that makes it today is a matter of the picture, not of what is shown in it.
  await page.evaluate(() => document.querySelector(".rehearsal")?.remove());
  await page.mouse.move(0, 0);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: "disabled" });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, timezoneId: "Asia/Kolkata" });

  test("schedule", async ({ page }) => {
    await openStarred(page);
    await page.goto("./?rehearse=2026-04-18T09:02:00Z");
    await expect(page.locator(".now-line")).toBeInViewport();
    await picture(page, "phone");
  });

  test("agenda", async ({ page }) => {
    await openStarred(page);
    await page.goto("./?rehearse=2026-04-18T03:20:00Z#/agenda");
    await expect(page.getByRole("article")).toHaveCount(STARS.length);
    await picture(page, "agenda");
  });
});

test.describe("on a computer", () => {
  test.use({ viewport: { width: 1280, height: 800 }, timezoneId: "Asia/Kolkata", colorScheme: "dark" });

  test("schedule", async ({ page }) => {
    await openStarred(page);
    await page.goto("./?rehearse=2026-04-18T09:02:00Z");
    await expect(page.locator(".now-line")).toBeInViewport();
    await picture(page, "desktop");
  });
});
