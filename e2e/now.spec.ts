import { readFileSync } from "node:fs";
import { expectNothingFound } from "./axe";
import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";

const FEED = readFileSync("public/schedule.ics", "utf8");
const LAST = "session/JQNYhRKJUsHNVDNZzgyzQv@hasgeek.com";
const HIRING = "The State of Rust Hiring - Signals, Skills, and Scarcity";

test("now and next, room by room, with the time left and the time to it", async ({ page }) => {
  await rehearse(page, "2026-04-18T09:02:00Z", "#/now");
  const hall = page.getByRole("region", { name: "Audi 1" });
  const rows = hall.getByRole("article");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("Now · 18 min left");
  await expect(rows.last()).toContainText("14:55");
  await expect(rows.last()).toContainText("in 23 min");
  const dining = page.getByRole("region", { name: "Dining room" });
  await expect(dining.getByRole("article").first()).toHaveAccessibleName(HIRING);
  await page.getByRole("button", { name: `Star ${HIRING}` }).click();
  await expect(page.getByRole("button", { name: `Star ${HIRING}` })).toHaveAttribute("aria-pressed", "true");
});

test("a break that is on stands above the rooms", async ({ page }) => {
  await rehearse(page, "2026-04-18T08:00:00Z", "#/now");
  await expect(page.getByRole("article").first()).toHaveAccessibleName("Lunch");
  await expect(page.getByText("Now · 45 min left")).toBeVisible();
});

test("before the conference: how long it is to it, and what to do first, ticked as it is done", async ({
  page,
}) => {
  await rehearse(page, "2026-04-15T09:02:00Z", "#/now");
  await expect(page.getByText("Begins in 2 days")).toBeVisible();
  const steps = page.getByRole("region", { name: "Before it begins" });
  await expect(steps.getByRole("listitem")).toHaveCount(3);
  await expect(steps.getByText("Done:")).toHaveCount(1); // Notifications are allowed in this test.
  await page
    .getByRole("button", { name: /^Star / })
    .first()
    .click();
  await expect(steps.getByText("Done:")).toHaveCount(2);
});

test("on the evening between two days: what comes first on the next", async ({ page }) => {
  await rehearse(page, "2026-04-17T15:00:00Z", "#/now");
  await expect(page.getByRole("heading", { name: "First on Saturday 18 April" })).toBeVisible();
  await expect(page.getByRole("article").first()).toContainText("in 13 h");
});

test("after the conference the starred sessions are said to stay", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("button", { name: `Star ${HIRING}` }).click();
  await expect(page.getByRole("button", { name: `Star ${HIRING}` })).toHaveAttribute("aria-pressed", "true");
  await rehearse(page, "2026-04-19T09:00:00Z", "#/now");
  await page.getByRole("link", { name: "The session you starred stays here" }).click();
  await expect(page.getByRole("article", { name: HIRING })).toBeVisible();
});

test("half past midnight belongs to the evening before it, and says so", async ({ page, server }) => {
  // The last session of the last day, from 17:30 to 00:30.
  server.feed = { mode: "bytes", body: moveSession(FEED, LAST, 7 * 60) };
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByRole("article").last()).toContainText("00:30");
  await expect(page.locator(".clock").getByText("Sun 19")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByText("After midnight, Sunday 19 April")).toBeVisible();
});

test("axe finds nothing on it, before, within and after", async ({ page }) => {
  for (const instant of ["2026-04-15T09:02:00Z", "2026-04-18T09:02:00Z", "2026-04-19T09:02:00Z"]) {
    await rehearse(page, instant, "#/now");
    await expectNothingFound(page);
  }
});
