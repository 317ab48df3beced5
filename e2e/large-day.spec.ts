import type { Page } from "@playwright/test";
import { findings } from "./axe";
import { buildSite, removeSites } from "./build-site";
import { cancelSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { largeFeed, largeTitle } from "./large-feed";

const FEED = largeFeed();
const OF_DAY = 1667;
const DEEP = largeTitle(1200);

const row = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });
const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const inFull = (page: Page) => page.locator("article:not([data-outline])");

/** Sessions of which anything on the page changes during `act`, by title; not those that come near or go far. */
async function changedDuring(page: Page, act: () => Promise<void>): Promise<readonly string[]> {
  await page.evaluate(() => {
    const [titles, moved] = [new Set<string>(), new Set<string>()];
    const watch = new MutationObserver((changes) => {
      for (const { target, attributeName } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const title = element?.closest("article")?.ariaLabel;
        if (title) (attributeName === "data-outline" ? moved : titles).add(title);
      }
    });
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(globalThis, { changedTitles: () => [...titles].filter((title) => !moved.has(title)) });
  });
  await act();
  return page.evaluate(() => (globalThis as unknown as { changedTitles: () => string[] }).changedTitles());
}

// A first visit reads five thousand sessions before it shows one.
test.describe.configure({ timeout: 120_000 });
const LATE = { timeout: 60_000 };

let site: string;
test.beforeAll(async () => {
  site = await buildSite({ feed: FEED });
});
test.afterAll(() => removeSites([site]));

test.beforeEach(async ({ page, server }) => {
  server.root = site;
  await page.setViewportSize({ width: 390, height: 844 });
});

/** Opens the first day, and waits until all of it is there. */
async function openDay(page: Page): Promise<void> {
  await page.goto("./#/day/2030-05-21");
  await expect(page.getByRole("article")).toHaveCount(OF_DAY, LATE);
}

test("every session of a large day has its row, heading, link and star, and few are drawn in full", async ({
  page,
}) => {
  await openDay(page);
  expect(await inFull(page).count()).toBeLessThan(120);
  await expect(row(page, DEEP).getByRole("heading").getByRole("link", { name: DEEP })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 2 })).toHaveCount(OF_DAY, LATE);
  await expect(page.getByRole("button", { name: /^Star Session/ })).toHaveCount(OF_DAY, LATE);
  // One list of so many, whatever pieces it is drawn in.
  await expect(page.locator(".chunks").getByRole("listitem")).toHaveCount(OF_DAY, LATE);
  expect(await findings(page)).toEqual([]);
});

test("a session deep in a large day is starred where it stands", async ({ page }) => {
  await openDay(page);
  await star(page, DEEP).click();
  await expect(star(page, DEEP)).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, DEEP).locator(".room-tag")).toBeVisible();
  expect(await inFull(page).count()).toBeLessThan(120);
});

test("the keyboard goes through a large day, and keeps its place as rows are drawn", async ({ page }) => {
  await openDay(page);
  await page.getByRole("link", { name: DEEP, exact: true }).focus();
  await expect(row(page, DEEP)).not.toHaveAttribute("data-outline");
  await expect(page.getByRole("link", { name: DEEP, exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(star(page, DEEP)).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: largeTitle(1201), exact: true })).toBeFocused();
});

test("the way back from a session deep in a large day leads to its row, and so does a reload", async ({
  page,
}) => {
  await openDay(page);
  const link = page.getByRole("link", { name: DEEP, exact: true });
  // Rows around it turn out higher than they were taken for: once more, when they are drawn.
  for (const _ of ["in outline", "in full"]) {
    await link.scrollIntoViewIfNeeded();
    await expect(row(page, DEEP)).not.toHaveAttribute("data-outline");
    await page.waitForTimeout(800);
  }
  await page.waitForTimeout(500);
  const topOf = async () => (await row(page, DEEP).boundingBox())?.y ?? Number.NaN;
  const before = await topOf();
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name: DEEP })).toBeInViewport();
  await page.waitForTimeout(500);
  await page.goBack();
  await expect(link).toBeInViewport();
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(2);
  await expect(page.getByRole("article")).toHaveCount(OF_DAY, LATE);
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(2);
  await page.reload();
  await expect(link).toBeInViewport();
  await expect(page.getByRole("article")).toHaveCount(OF_DAY, LATE);
  expect(Math.abs((await topOf()) - before)).toBeLessThanOrEqual(2);
});

test("who scrolls up through rows that were never drawn sees no jump", async ({ page }) => {
  await openDay(page);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight * 0.7));
  await page.waitForTimeout(800);
  await page.mouse.move(200, 400);
  for (let turn = 0; turn < 12; turn += 1) {
    const seen = await page.evaluate(() => {
      const article = document.elementFromPoint(200, 300)?.closest("article");
      return { title: article?.ariaLabel ?? "", top: article?.getBoundingClientRect().top ?? 0 };
    });
    await page.mouse.wheel(0, -400);
    // The browser scrolls by whole pixels, and rows are not as high as that.
    const off = async () => Math.abs(((await row(page, seen.title).boundingBox())?.y ?? 0) - seen.top - 400);
    await expect.poll(off).toBeLessThanOrEqual(1);
    await page.waitForTimeout(150);
    expect(await off()).toBeLessThanOrEqual(1);
  }
});

/** A row near the beginning of the day, once all that is near has been drawn. */
async function settledRow(page: Page): Promise<string> {
  await openDay(page);
  let drawn = 0;
  await expect
    .poll(async () => {
      const before = drawn;
      await page.waitForTimeout(400);
      drawn = await inFull(page).count();
      return drawn === before;
    }, LATE)
    .toBe(true);
  return page
    .getByRole("article")
    .nth(2)
    .evaluate((article) => article.ariaLabel ?? "");
}

test("a star draws one row anew", async ({ page }) => {
  const title = await settledRow(page);
  const changed = await changedDuring(page, async () => {
    await star(page, title).click();
    await expect(star(page, title)).toHaveAttribute("aria-pressed", "true");
  });
  expect(changed).toEqual([title]);
});

test("a refresh that changes one session draws one row anew", async ({ page, server }) => {
  const title = await settledRow(page);
  const uid = `s${Number(/\d+/.exec(title)?.[0]) - 1}@large.example`;
  server.feed = { mode: "bytes", body: cancelSession(FEED, uid) };
  const changed = await changedDuring(page, async () => {
    await page.getByRole("button", { name: "Look for changes" }).click();
    await expect(row(page, title)).toContainText("Cancelled", LATE);
  });
  expect(changed).toEqual([title]);
});

test("during a large conference the schedule opens at now", async ({ page }) => {
  await page.goto("./?rehearse=2030-05-22T14:02:00Z");
  await expect(page.locator(".now-line")).toBeInViewport(LATE);
  await expect(page.getByRole("article")).toHaveCount(OF_DAY, LATE);
  await expect(page.locator(".now-line")).toBeInViewport();
});
