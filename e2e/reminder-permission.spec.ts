import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { answerWhenAsked } from "./notification-permission";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import {
  before,
  clockOffset,
  DAY,
  deviceShows,
  EMBEDDED,
  HIRING,
  onTime,
  openApp,
  star,
  wellPast,
} from "./reminder-steps";

const turnOn = (page: Page) => page.getByRole("button", { name: "Turn on reminders" });
const inApp = (page: Page, title: string) => page.getByRole("alert").filter({ hasText: title });

test.describe("before anything was said about notifications", () => {
  test.use({ notificationPermission: "default" });
  test("reminders are offered after the first star by one button, and turned on by a tap alone", async ({
    page,
    network,
  }) => {
    await answerWhenAsked(page, "granted");
    await openApp(page);
    await expect(turnOn(page)).toHaveCount(0);
    await page.goto("./#/reminders");
    await expect(turnOn(page)).toHaveCount(1);
    await page.goto(`./${DAY}`);
    await star(page, EMBEDDED);
    await expect(turnOn(page)).toHaveCount(1);
    await page.getByRole("link", { name: "Reminders", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Reminders on this device" })).toBeVisible();
    await expect(turnOn(page)).toHaveCount(1);
    await page.goto(`./${DAY}`);
    const cards = await observeNotifications(page);
    await network.goOffline();
    await rehearse(page, before(EMBEDDED.fireAt, 5), DAY);
    expect(await page.evaluate(() => Notification.permission)).toBe("default");
    await turnOn(page).click();
    await expect(turnOn(page)).toHaveCount(0);
    expect(await page.evaluate(() => Notification.permission)).toBe("granted");
    const offset = await page.evaluate(clockOffset);
    await deviceShows(wellPast(EMBEDDED.fireAt, offset));
    onTime("permission given just before", cards.shown(), [EMBEDDED], offset);
    await expect(inApp(page, EMBEDDED.title)).toHaveCount(0);
  });

  test("an offer that was declined stays on the page of reminders", async ({ page }) => {
    await openApp(page);
    await star(page, EMBEDDED);
    await page.getByRole("button", { name: "Not now" }).click();
    await expect(turnOn(page)).toHaveCount(0);
    await star(page, HIRING);
    await page.reload();
    await expect(page.getByRole("button", { name: `Star ${HIRING.title}` })).toBeVisible();
    await expect(turnOn(page)).toHaveCount(0);
    await page.goto("./#/reminders");
    await expect(turnOn(page)).toHaveCount(1);
  });
});

for (const said of ["denied", "default"] as const) {
  test.describe(`permission ${said}`, () => {
    test.use({ notificationPermission: said });
    test("no notification, but a banner in the app while it is on screen", async ({ page, network }) => {
      await openApp(page);
      await star(page, EMBEDDED);
      const cards = await observeNotifications(page);
      await network.goOffline();
      await rehearse(page, before(EMBEDDED.fireAt, 3), "#/agenda");
      const offset = await page.evaluate(clockOffset);
      await expect(inApp(page, EMBEDDED.title)).toContainText("starts in 5 min · Audi 1 · 14:15");
      const late = Date.now() - (EMBEDDED.fireAt - offset);
      expect(late).toBeGreaterThanOrEqual(0);
      // Seen by looking at the page again and again, which a busy machine does not do at once.
      expect(late).toBeLessThan(4000);
      await expect(page.getByRole("alert").getByText(EMBEDDED.title)).toHaveCount(1);
      await deviceShows(wellPast(EMBEDDED.fireAt, offset));
      expect(cards.events).toEqual([]);
      await page.getByRole("link", { name: "Reminders", exact: true }).click();
      const words =
        said === "denied" ? "Notifications are blocked" : "Turn on reminders to get notifications";
      await expect(page.getByText(words)).toBeVisible();
      await page.getByRole("button", { name: `Dismiss ${EMBEDDED.title}` }).click();
      await expect(inApp(page, EMBEDDED.title)).toHaveCount(0);
    });
  });
}

test("without a service worker, though allowed to notify, the page rings by itself", async ({
  page,
  server,
  network,
}) => {
  server.modes.set("sw.js", { mode: "status", status: 404 });
  network.allow(/service ?worker|sw\.js|404/i);
  await page.goto(`./${DAY}`);
  await star(page, EMBEDDED);
  await rehearse(page, before(EMBEDDED.fireAt, 3), "#/agenda");
  await expect(page.getByText("could not be kept on this device for use without a network")).toBeVisible();
  // It waits five seconds for the worker before it rings: that long, and as long again for a busy machine.
  await expect(inApp(page, EMBEDDED.title)).toContainText("starts in 5 min · Audi 1 · 14:15", {
    timeout: 15_000,
  });
});
