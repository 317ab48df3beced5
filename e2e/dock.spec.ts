import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { DAY, EMBEDDED, HIRING, TYPES } from "./reminder-steps";

const SESSION = `#/session/${encodeURIComponent(TYPES.uid)}`;

const link = (page: Page, title: string) => page.getByRole("link", { name: title, exact: true });
const heading = (page: Page, title: string) => page.getByRole("heading", { name: title, exact: true });
const row = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });
const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const close = (page: Page) => page.getByRole("link", { name: "Close" });
const topOf = (page: Page, title: string) =>
  row(page, title).evaluate((article) => Math.round(article.getBoundingClientRect().top));

/** Opens a session from its day's timetable. */
async function openBeside(page: Page, title = TYPES.title): Promise<void> {
  await page.goto(`./${DAY}`);
  await link(page, title).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

test("what a link from elsewhere leads to is a page of its own", async ({ page }) => {
  await page.goto(`./${SESSION}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(close(page)).toHaveCount(0);
});

test("a session opens beside its day, each name once", async ({ page }) => {
  await openBeside(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await expect(page.getByRole("article")).toHaveCount(18);
  await expect(heading(page, TYPES.title)).toHaveCount(1);
  await expect(star(page, TYPES.title)).toHaveCount(1);
  await expect(link(page, TYPES.title)).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Saturday 18 April", level: 2 })).toBeVisible();
  await expect(link(page, "Saturday 18 April")).toHaveCount(1);
  await expect(row(page, TYPES.title)).toHaveAttribute("aria-current", "true");
  await expect(page.locator("[aria-current=true]")).toHaveCount(1);
  await expect(row(page, TYPES.title)).toBeInViewport();
  const names = await page
    .getByRole("button", { name: /^Star / })
    .evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(14);
  await star(page, TYPES.title).click();
  await expect(star(page, TYPES.title)).toHaveAttribute("aria-pressed", "true");
});

test("the list stays where it is as one session after another opens, and when the last closes", async ({
  page,
}) => {
  await page.goto(`./${DAY}`);
  await page.getByRole("button", { name: "List" }).click();
  await expect(page.getByRole("list", { name: "Rooms" })).toHaveCount(0);
  await link(page, EMBEDDED.title).scrollIntoViewIfNeeded();
  const before = await topOf(page, EMBEDDED.title);
  await link(page, EMBEDDED.title).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(EMBEDDED.title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(Math.abs((await topOf(page, EMBEDDED.title)) - before)).toBeLessThanOrEqual(2);

  const [first, second] = [await topOf(page, EMBEDDED.title), await topOf(page, HIRING.title)];
  await row(page, HIRING.title).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HIRING.title);
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  expect(Math.abs((await topOf(page, EMBEDDED.title)) - first)).toBeLessThanOrEqual(2);
  expect(Math.abs((await topOf(page, HIRING.title)) - second)).toBeLessThanOrEqual(2);

  // As a finger does: a click of the test's would scroll the page first.
  await close(page).evaluate((link: HTMLElement) => link.click());
  await expect(page).toHaveURL(/#\/day\/2026-04-18$/);
  await expect(link(page, HIRING.title)).toBeFocused();
  await expect.poll(async () => Math.abs((await topOf(page, HIRING.title)) - second)).toBeLessThanOrEqual(2);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(HIRING.title);
});

test("Escape closes too, and the focus goes back to the cell", async ({ page }) => {
  await page.goto(`./${DAY}`);
  await link(page, TYPES.title).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saturday 18 April");
  await expect(link(page, TYPES.title)).toBeFocused();
  await expect(link(page, TYPES.title)).toBeInViewport();
});

test("the session scrolls by itself and stays in sight while the list goes by", async ({ page }) => {
  await openBeside(page);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(title).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 900));
  await expect(title).toBeInViewport();
  const left = await page.evaluate(() => scrollY);
  await page.getByRole("main").evaluate((main) => main.scrollTo(0, 400));
  await expect(title).not.toBeInViewport();
  expect(await page.evaluate(() => scrollY)).toBe(left);
  await expect(close(page)).toBeInViewport();
});

test("the next session stands there with its own text, from its beginning", async ({ page }) => {
  await openBeside(page);
  const title = page.getByRole("heading", { level: 1 });
  const main = page.getByRole("main");
  await expect(main.locator(".prose")).toBeVisible();
  // Whatever stands under another title than its own, for however short a time.
  await main.evaluate((element, own) => {
    const text = element.querySelector(".prose")?.textContent;
    const look = () => {
      const wrong = element.querySelector("h1")?.textContent !== own;
      if (wrong && element.querySelector(".prose")?.textContent === text) element.dataset.wrong = "true";
    };
    new MutationObserver(look).observe(element, { subtree: true, childList: true, characterData: true });
  }, TYPES.title);
  const other = page.getByRole("region", { name: "At the same time" }).getByRole("link").first();
  await other.scrollIntoViewIfNeeded();
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await other.click();
  await expect(title).not.toHaveText(TYPES.title);
  await expect(title).toBeFocused();
  await expect(page.getByRole("region", { name: "At the same time" })).toBeAttached();
  expect(await main.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect(main).not.toHaveAttribute("data-wrong");
});

test("a press that opens the list elsewhere leaves this page as it is", async ({ page, context }) => {
  await openBeside(page);
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(TYPES.title);
  const opened = context.waitForEvent("page");
  await close(page).click({ modifiers: ["ControlOrMeta"] });
  await opened;
  await row(page, HIRING.title).getByRole("link").click();
  await expect(title).toHaveText(HIRING.title);
  await expect(title).toBeFocused();
});

test("with room for both it is beside the timetable, on a phone it has the page", async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await openBeside(page);
  await expect(page.getByRole("list", { name: "Rooms" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await expect(heading(page, TYPES.title)).toHaveCount(1);
  await expect(row(page, TYPES.title)).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole("article")).toHaveCount(0);
  await expect(close(page)).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expect(row(page, TYPES.title)).toBeInViewport();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article")).toHaveCount(0);
});

test("axe finds nothing on a session beside its day", async ({ page }) => {
  await openBeside(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TYPES.title);
  await expectNothingFound(page);
});
