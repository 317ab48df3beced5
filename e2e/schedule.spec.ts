import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const DINING_ROOM = "Dining room - for BOFs and lightning talks";

for (const timezoneId of ["UTC", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Auckland"]) {
  test.describe(`on a device in ${timezoneId}`, () => {
    test.use({ timezoneId });

    test("both days are cut and shown in the conference's zone", async ({ page }) => {
      await page.goto("./");
      const sessions = page.getByRole("article");
      await expect(page.getByRole("heading", { name: "Friday 17 April", exact: true })).toBeVisible();
      await expect(sessions).toHaveCount(9);
      await expect(sessions.first()).toContainText("09:00");
      await expect(sessions.last()).toContainText("18:00");

      await page.getByRole("link", { name: "Saturday 18 April" }).click();
      await expect(page.getByRole("heading", { name: "Saturday 18 April", exact: true })).toBeVisible();
      await expect(page).toHaveURL(/#\/day\/2026-04-18$/);
      await expect(sessions).toHaveCount(18);
      await expect(sessions.first()).toContainText("08:45");
      await expect(sessions.last()).toContainText("17:45");
      await expect(page.getByText("Kolkata time (GMT+5:30)")).toBeVisible();
    });
  });
}

test("the feed that is served is the conference's, byte for byte", async ({ page }) => {
  const answer = await page.request.get("./schedule.ics");
  expect(await answer.body()).toEqual(readFileSync("public/schedule.ics"));
  expect(answer.headers()["content-type"]).toContain("text/calendar");
});

test("a session's page tells when, where, what and the rest of its parts", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("link", { name: "The State of Rust Hiring - Signals, Skills, and Scarcity" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "The State of Rust Hiring - Signals, Skills, and Scarcity",
  );
  const main = page.getByRole("main");
  await expect(main.getByText("14:15–15:00")).toBeVisible();
  await expect(main.getByText("BoF", { exact: true })).toBeVisible();
  await expect(main.getByText(DINING_ROOM, { exact: true })).toBeVisible();
  await expect(main.getByText("NIMHANS Convention Centre", { exact: true })).toBeVisible();
  await expect(main.getByRole("link", { name: "Map" })).toHaveAttribute("href", /12\.9431899.*77\.5970189/);
  await expect(main.getByRole("link", { name: "This session on the web" })).toHaveAttribute(
    "href",
    /^https:/,
  );

  await page.goto("./#/day/2026-04-17");
  await page.getByRole("link", { name: "Build a concurrent cache in Rust" }).nth(1).click();
  await expect(main.getByText("Part 2 of 4")).toBeVisible();
  await main.getByRole("link", { name: "Part 4" }).click();
  await expect(main.getByText("16:45–18:00")).toBeVisible();
});

test.describe("where the device's clock shows another time", () => {
  test.use({ timezoneId: "America/Los_Angeles" });
  test("a session's page shows both, and says whose each is", async ({ page }) => {
    await page.goto("./#/day/2026-04-18");
    await page.getByRole("link", { name: "Safe by construction: embedded systems in Rust" }).click();
    await expect(page.getByText("14:15–14:50", { exact: true })).toBeVisible();
    await expect(page.getByText("01:45–02:20 on this device’s clock")).toBeVisible();
  });
});

test("descriptions are elements: headings, lists, links; nothing of them runs", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("link", { name: "Building cancellation-safe async systems with Rust" }).click();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { name: "Outline", level: 2 })).toBeVisible();
  await expect(main.getByRole("listitem").filter({ hasText: "Brief intro to async" })).toBeVisible();
  await expect(main.getByText("**")).toHaveCount(0);
});

test("during the conference the schedule opens today, at now", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./?rehearse=2026-04-18T09:02:00Z");
  await expect(page.getByRole("heading", { name: "Saturday 18 April", exact: true })).toBeAttached();
  await expect(page.locator(".now-line")).toContainText("14:32");
  await expect(page.locator(".now-line")).toBeInViewport();
  await expect(page.getByText("Now · 18 min left")).toBeInViewport();
  // Another day does not move to now, and a day that is asked for by its date opens at its top.
  await page.goto("./#/day/2026-04-17");
  await expect(page.locator(".now-line")).toHaveCount(0);
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("heading", { name: "Saturday 18 April", exact: true })).toBeInViewport();
});

/** Far down in a day on a phone: a talk, and how far the page is scrolled there. */
async function scrollToTalk(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/day/2026-04-18");
  const talk = page.getByRole("link", { name: "From types to trust: safer API designs in Rust" });
  await talk.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const left = await page.evaluate(() => scrollY);
  return { talk, left };
}

test("going back finds the place that was left, and so does a reload", async ({ page }) => {
  const { talk, left } = await scrollToTalk(page);
  expect(left).toBeGreaterThan(500);
  await talk.click();
  await expect(page.getByRole("heading", { level: 1, name: /From types to trust/ })).toBeInViewport();
  await page.goBack();
  await expect(talk).toBeInViewport();
  // To the pixel or the next one: layout counts in fractions.
  expect(Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThanOrEqual(2);
  await page.reload();
  await expect(talk).toBeInViewport();
  // To the pixel or the next one: layout counts in fractions.
  expect(Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThanOrEqual(2);
  await page.goForward();
  await expect(page.getByRole("heading", { level: 1, name: /From types to trust/ })).toBeInViewport();
});

test("going back finds the place even from a session that was left before all of it was there", async ({
  page,
}) => {
  const { talk, left } = await scrollToTalk(page);
  await page.evaluate(() => {
    new MutationObserver((_, watch) => {
      // Its heading is there at once, and in the same moment the attendee goes back.
      if (!document.querySelector("main h1")?.textContent?.startsWith("From types to trust")) return;
      watch.disconnect();
      history.back();
    }).observe(document.body, { childList: true, subtree: true });
  });
  await talk.click();
  await page.waitForURL(/#\/session\//);
  await page.waitForURL(/#\/day\//);
  await expect(talk).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThanOrEqual(2);
});

test("addresses of views that there are not show the schedule, and one of no session says so", async ({
  page,
}) => {
  for (const hash of ["#/nowhere", "#/x"]) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole("article")).toHaveCount(9);
  }
  await page.goto("./#/session/nothing%2Fhere");
  await expect(page.getByRole("heading", { name: "Not in this schedule" })).toBeVisible();
});
