import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { moveRoom, removeSession, touchDtstamps } from "./edit-feed";
import { expect, test } from "./fixtures";
import { holdBack } from "./hold-back";
import { expectNoShift, noteShifts, takeShifts } from "./layout-shift";
import { rehearse } from "./rehearse";
import { swReady } from "./service-worker";

const FEED = readFileSync("public/schedule.ics", "utf8");
const SESSION = `#/session/${encodeURIComponent("session/8rDkDMtMExebQQFQug9x74@hasgeek.com")}`;
const ADDRESSES = ["#/day/2026-04-17", "#/day/2026-04-18", "#/agenda", SESSION, "#/reminders"];
/** A session of that day which lies above what one reads. */
const EARLIER = "session/VV38LnEhVMR7G9aq6bZhzD@hasgeek.com";
const EARLIER_TITLE = "Building cancellation-safe async systems with Rust";
const OTHER_ROOM = "Dining room - for BOFs and lightning talks";
const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const freshness = (page: Page) => page.getByRole("status", { name: "Freshness" });

for (const viewport of SIZES) {
  test.describe(`at ${viewport.width} px nothing moves`, () => {
    test.use({ viewport, timezoneId: "Asia/Kolkata" });
    test.beforeEach(({ page }) => noteShifts(page));

    test("while the page loads, for the first time and from the device", async ({ page }) => {
      for (const address of ADDRESSES) {
        await page.goto("about:blank");
        await page.goto(`./${address}`);
        await expect(heading(page)).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        if (address === ADDRESSES[0]) await swReady(page);
        await expectNoShift(page, `${address} loads`);
      }
    });

    test("when fonts come late", async ({ page }) => {
      const release = await holdBack(page, "**/*.woff2");
      const isThere = () => page.evaluate(() => document.fonts.check("600 16px Barlow"));
      // The page's "load" waits for what it preloads.
      await page.goto("./#/day/2026-04-18", { waitUntil: "commit" });
      await expect(heading(page)).toBeVisible();
      // Past the moment for which a browser draws no text at all.
      await page.waitForTimeout(500);
      expect(await isThere()).toBe(false);
      await takeShifts(page);
      release();
      await expect.poll(isThere).toBe(true);
      await page.evaluate(() => document.fonts.ready);
      await expectNoShift(page, "fonts come");
    });

    test("when a session is starred", async ({ page }) => {
      // In the middle of the conference, where what to do first is still said.
      await rehearse(page, "2026-04-18T08:50:00Z", "#/day/2026-04-18");
      await page.evaluate(() => document.fonts.ready);
      await takeShifts(page);
      const stars = page.getByRole("button", { name: /^Star / });
      for (const nth of [0, 1]) {
        await stars.nth(nth).click();
        await expect(stars.nth(nth)).toHaveAttribute("aria-pressed", "true");
        await expectNoShift(page, `star ${nth}`);
      }
      await stars.nth(1).click();
      await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
      await expectNoShift(page, "its star taken back");
    });

    test("when a session is starred once the conference is over", async ({ page }) => {
      await rehearse(page, "2026-04-20T08:00:00Z", "#/day/2026-04-18");
      await page.evaluate(() => document.fonts.ready);
      await takeShifts(page);
      const star = page.getByRole("button", { name: /^Star / }).first();
      await star.click();
      await expect(star).toHaveAttribute("aria-pressed", "true");
      // What follows from it is drawn a moment later.
      await expect(page.locator("[data-starred=true]")).toHaveCount(1);
      await expectNoShift(page, "the first star");
    });

    test("when the schedule is refreshed while one reads", async ({ page, server }) => {
      await page.goto("./#/day/2026-04-18");
      await page
        .getByRole("article")
        .nth(12)
        .evaluate((element) => element.scrollIntoView({ block: "start" }));
      await takeShifts(page);
      // As by itself: a press of the button would scroll to it.
      const refresh = () =>
        page
          .getByRole("button", { name: "Look for changes" })
          .evaluate((button: HTMLElement) => button.click());
      server.feed = { mode: "bytes", body: touchDtstamps(moveRoom(FEED, EARLIER, OTHER_ROOM)) };
      await refresh();
      await expect(page.getByRole("article", { name: EARLIER_TITLE })).toContainText(OTHER_ROOM);
      await expectNoShift(page, "a room has changed");
      server.feed = { mode: "bytes", body: removeSession(FEED, EARLIER) };
      await refresh();
      await expect(page.getByRole("article", { name: EARLIER_TITLE })).toHaveCount(0);
      await expectNoShift(page, "a session is gone");
    });

    test("when a minute begins, and with it two sessions", async ({ page }) => {
      await rehearse(page, "2026-04-18T08:44:52Z");
      await expect(page.locator(".now-line time")).toHaveText("14:14");
      await page.evaluate(() => document.fonts.ready);
      await takeShifts(page);
      await expect(page.locator(".now-line time")).toHaveText("14:15", { timeout: 20_000 });
      await expectNoShift(page, "14:15");
    });
  });
}

test("what moves is noticed", async ({ page }) => {
  await noteShifts(page);
  await page.goto("./#/day/2026-04-18");
  await expect(freshness(page)).toBeVisible();
  await expectNoShift(page, "before");
  await page.locator("main").evaluate((main) => {
    main.style.marginBlockStart = "6rem";
  });
  const shifts = await takeShifts(page);
  expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(0.01);
});
