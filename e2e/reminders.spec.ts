import type { Page } from "@playwright/test";
import { moveSession } from "./edit-feed";
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
  FEED,
  HIRING,
  MORNING_BREAK,
  onTime,
  openApp,
  PORTABLE,
  star,
  TYPES,
} from "./reminder-steps";
import { notifications } from "./service-worker";

/** The device instant at which a reminder's card would have come for certain. */
const wellPast = (fireAt: number, offset: number): number => fireAt - offset + 1500;
const turnOn = (page: Page) => page.getByRole("button", { name: "Turn on reminders" });
const inApp = (page: Page, title: string) => page.getByRole("alert").filter({ hasText: title });

for (const [first, second] of [
  [EMBEDDED, HIRING],
  [TYPES, PORTABLE],
] as const) {
  test(`offline and visible: one card each, on time, at ${first.title}`, async ({ page, network }) => {
    await openApp(page);
    await star(page, first);
    await star(page, second);
    const cards = await observeNotifications(page);
    await network.goOffline();
    await rehearse(page, before(first.fireAt, 4), DAY);
    expect(await page.evaluate(() => document.visibilityState)).toBe("visible");
    const offset = await page.evaluate(clockOffset);
    await expect.poll(() => cards.shown().length).toBe(2);
    await deviceShows(wellPast(first.fireAt, offset));
    onTime("visible", cards.shown(), [first, second], offset);
  });
}

test.describe("on a device in Los Angeles", () => {
  test.use({ timezoneId: "America/Los_Angeles" });
  test("a card says what the contract says, and nothing rings for a session that is not starred", async ({
    page,
    server,
    network,
  }) => {
    await openApp(page);
    await star(page, HIRING);
    const cards = await observeNotifications(page);
    await network.goOffline();
    await rehearse(page, before(HIRING.fireAt, 3), DAY);
    const offset = await page.evaluate(clockOffset);
    await deviceShows(wellPast(HIRING.fireAt, offset));
    onTime("visible", cards.shown(), [HIRING], offset);
    expect(await notifications(page)).toMatchObject([
      {
        title: HIRING.title,
        body: "starts in 5 min · Dining room - for BOFs and lightning talks · 14:15",
        tag: HIRING.tag,
        data: {
          sessionId: HIRING.uid,
          uid: HIRING.uid,
          fireAt: HIRING.fireAt,
          startsAt: HIRING.startsAt,
          url: `${server.url}#/session/${encodeURIComponent(HIRING.uid)}`,
        },
      },
    ]);
  });
});

test("a break starred on its own page rings, and says no room", async ({ page, network }) => {
  await openApp(page, `#/session/${encodeURIComponent(MORNING_BREAK.uid)}`);
  await star(page, MORNING_BREAK);
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(MORNING_BREAK.fireAt, 3), "#/agenda");
  const offset = await page.evaluate(clockOffset);
  await expect.poll(() => cards.shown().length).toBe(1);
  onTime("visible", cards.shown(), [MORNING_BREAK], offset);
  expect(cards.shown()[0]?.body).toBe("starts in 5 min · 11:30");
});

test("with two tabs open one card comes for each reminder", async ({ page, context, network }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, HIRING);
  const cards = await observeNotifications(page);
  const other = await context.newPage();
  await openApp(other, "#/agenda");
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.fireAt, 4), DAY);
  await expect(other.getByRole("region", { name: "Rehearsal" })).toBeVisible();
  const offset = await page.evaluate(clockOffset);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  onTime("two tabs", cards.shown(), [EMBEDDED, HIRING], offset);
});

test("a star set in one tab arms the other, which rings alone", async ({ page, context, network }) => {
  await openApp(page);
  const cards = await observeNotifications(page);
  const starring = await context.newPage();
  await openApp(starring);
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.fireAt, 5), DAY);
  await expect(starring.getByRole("region", { name: "Rehearsal" })).toBeVisible();
  await star(starring, EMBEDDED);
  await starring.close();
  // The tab that closed has asked the service worker to go on: without it, only this tab's clock is left.
  const session = await context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
  const offset = await page.evaluate(clockOffset);
  expect(Date.now(), "the star was set in time").toBeLessThan(EMBEDDED.fireAt - offset);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  onTime("starred in the other tab", cards.shown(), [EMBEDDED], offset);
});

test("a moved session rings at its new time and not at the old one", async ({ page, server, network }) => {
  const seconds = 5;
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await rehearse(page, before(EMBEDDED.fireAt, 6), DAY);
  const body = moveSession(FEED, EMBEDDED.uid, seconds / 60).replace("SUMMARY:Safe", "SUMMARY:Moved\\, safe");
  server.feed = { mode: "bytes", body };
  // Where a refresh runs already, with the feed as it was, the button waits for that one.
  await expect(async () => {
    await page.getByRole("button", { name: "Look for changes" }).click();
    await expect(page.getByRole("heading", { name: "Moved, safe by construction" })).toBeVisible({
      timeout: 300,
    });
  }).toPass({ intervals: [50] });
  await network.goOffline();
  const offset = await page.evaluate(clockOffset);
  const fireAt = EMBEDDED.fireAt + seconds * 1000;
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  expect(cards.shown()).toEqual([]);
  await deviceShows(wellPast(fireAt, offset));
  const moved = { ...EMBEDDED, fireAt, tag: `${EMBEDDED.uid}@${fireAt}` };
  onTime("moved", cards.shown(), [moved], offset);
});

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
      expect(late).toBeLessThan(1000);
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

test("a network that takes requests and never answers holds no card back", async ({
  page,
  server,
  context,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, HIRING);
  const watching = await context.newPage();
  const cards = await observeNotifications(watching);
  for (const file of ["pwa-192x192.png", "schedule.ics"]) server.modes.set(file, { mode: "stall" });
  await rehearse(page, before(EMBEDDED.fireAt, 4), DAY);
  const offset = await page.evaluate(clockOffset);
  await page.close(); // From here on the service worker rings.
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  onTime("service worker, dead Wi-Fi", cards.shown(), [EMBEDDED, HIRING], offset);
});
