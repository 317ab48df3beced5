import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
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
  wellPast,
} from "./reminder-steps";
import { clickCard, notifications } from "./service-worker";

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
    const icons = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ icon }) => icon);
    });
    expect(icons).toEqual([expect.stringMatching(/^data:image\/png;base64,iVBOR/)]);
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
  expect(Date.now(), "moved in time").toBeLessThan(EMBEDDED.fireAt - offset);
  const fireAt = EMBEDDED.fireAt + seconds * 1000;
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  expect(cards.shown()).toEqual([]);
  await deviceShows(wellPast(fireAt, offset));
  const moved = { ...EMBEDDED, fireAt, tag: `${EMBEDDED.uid}@${fireAt}` };
  onTime("moved", cards.shown(), [moved], offset);
});

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

test("a click opens the session in the open app, or in a new window where none is open", async ({
  page,
  context,
  server,
  network,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.fireAt, 3), "#/agenda");
  await expect.poll(() => cards.shown().length).toBe(1);
  expect(await clickCard(context.serviceWorkers()[0])).toEqual([]);
  await expect(page.getByRole("heading", { level: 1, name: EMBEDDED.title })).toBeVisible();
  const address = `${server.url}#/session/${encodeURIComponent(EMBEDDED.uid)}`;
  expect(page.url()).toBe(address);
  expect(await notifications(page)).toEqual([]);

  await rehearse(page, before(EMBEDDED.fireAt, 2), "#/agenda");
  await expect.poll(() => cards.shown().length).toBe(2);
  // Who leaves while a card is being shown has it looked for in that moment, and Chromium lists it no more.
  await deviceShows(wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset)));
  await page.goto("about:blank");
  expect(await clickCard(context.serviceWorkers()[0])).toEqual([address]);
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: EMBEDDED.title })).toBeVisible();
  expect(await notifications(page)).toEqual([]);
});
