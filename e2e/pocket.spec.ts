import type { Page } from "@playwright/test";
import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { hearChimes, isPlaying, lockScreen, pocketStatus as status, unfoldPocket } from "./pocket-steps";
import { rehearse } from "./rehearse";
import { before, clockOffset, EMBEDDED, FEED, openApp, star, TYPES, wellPast } from "./reminder-steps";

const START = { name: "Start pocket mode" };
const STOP = { name: "Stop pocket mode" };
const TEST = { name: "Test it: lock the phone for five minutes" };

const message = (page: Page) => page.getByRole("status", { name: "Message" });

/** Starts pocket mode at a rehearsed moment, `seconds` before the first trigger. */
async function start(page: Page, seconds: number): Promise<void> {
  await rehearse(page, before(EMBEDDED.fireAt, seconds), "#/reminders");
  await page.evaluate(hearChimes);
  await unfoldPocket(page);
  await page.getByRole("button", START).click();
  await expect.poll(() => isPlaying(page)).toBe(true);
}

/** As another app does that takes the sound. */
const pause = (page: Page) => page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.pause());

/** As `EMBEDDED` is due, by the app's clock, and a card would have come for certain. */
async function pastTrigger(page: Page): Promise<void> {
  const at = wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset));
  await page.waitForTimeout(Math.max(0, at - Date.now()));
}

test("off by default, and nothing of it is loaded before it is unfolded", async ({ page }) => {
  const loaded = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/pocket")).length,
    );
  await openApp(page);
  await star(page, EMBEDDED);
  await rehearse(page, before(EMBEDDED.fireAt, 3), "#/agenda");
  for (const view of ["now", "search", "changes", "conferences", "settings", "table", "reminders"]) {
    await page.evaluate((hash) => location.assign(hash), `#/${view}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  await pastTrigger(page);
  await expect(page.getByRole("heading", { name: "Pocket mode" })).toBeVisible();
  expect(await page.locator(".promise").textContent()).not.toMatch(/pocket/i);
  await expect(page.locator("audio")).toHaveCount(0);
  expect(await loaded()).toBe(0);
  await unfoldPocket(page);
  await expect(page.getByRole("button", TEST)).toBeVisible();
  expect(await loaded()).toBe(1);
  await expect(page.locator("audio")).toHaveCount(0);
});

test("the lock screen shows what comes next, and stars and a changed schedule change it", async ({
  page,
  server,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, TYPES);
  await start(page, 60);
  await expect
    .poll(() => page.evaluate(lockScreen))
    .toEqual({
      title: `Next: ${EMBEDDED.title}`,
      artist: "Audi 1 · in 6 min",
      playbackState: "playing",
    });
  await expect(page.getByRole("button", STOP)).toBeFocused();
  await expect(status(page)).toHaveText(/^On since \d\d:\d\d\. You may lock the phone now\.$/);
  // A view of its own is not needed for it to go on.
  await page.getByRole("link", { name: "Schedule" }).first().click();
  await page.getByRole("button", { name: `Star ${EMBEDDED.title}`, exact: true }).click();
  await expect.poll(() => page.evaluate(lockScreen)).toMatchObject({ title: `Next: ${TYPES.title}` });
  const minutesTo = async () => {
    const [, hours = 0, minutes = 0] =
      /in (?:(\d+) h)? ?(?:(\d+) min)?/.exec((await page.evaluate(lockScreen)).artist ?? "") ?? [];
    return Number(hours) * 60 + Number(minutes);
  };
  const planned = await minutesTo();
  server.feed = { mode: "bytes", body: moveSession(FEED, TYPES.uid, 30) };
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(minutesTo).toBeGreaterThanOrEqual(planned + 29);
  // Without a star left there is nothing to carry.
  await page.getByRole("button", { name: `Star ${TYPES.title}`, exact: true }).click();
  await expect(message(page)).toContainText("Pocket mode has ended: nothing more rings today.");
  await expect(page.locator("audio")).toHaveCount(0);
});

test("each trigger chimes and shows one card; in the page nothing else sounds", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await start(page, 8);
  await page.getByRole("link", { name: "Lay it on the table" }).click();
  await pastTrigger(page);
  const due = EMBEDDED.fireAt - (await page.evaluate(clockOffset));
  const heard = await page.evaluate(() => window.heardChimes ?? []);
  expect(heard).toHaveLength(1);
  expect(Math.abs((heard[0] ?? 0) - due)).toBeLessThan(1_000);
  expect(cards.shown().map(({ tag }) => tag)).toEqual([EMBEDDED.tag]);
});

test.describe("without the permission to notify", () => {
  test.use({ notificationPermission: "denied" });
  for (const isOn of [true, false]) {
    test(`a banner ${isOn ? "leaves the sound to the track" : "sounds by itself where it is off"}`, async ({
      page,
    }) => {
      await page.addInitScript(() => {
        const create = AudioContext.prototype.createOscillator;
        Object.assign(window, { tones: 0 });
        AudioContext.prototype.createOscillator = function () {
          (window as unknown as { tones: number }).tones += 1;
          return create.call(this);
        };
      });
      await openApp(page);
      await star(page, EMBEDDED);
      if (isOn) await start(page, 8);
      else {
        await rehearse(page, before(EMBEDDED.fireAt, 8), "#/reminders");
        await page.getByRole("heading", { level: 1 }).click();
      }
      await expect(page.getByRole("alert").filter({ hasText: EMBEDDED.title })).toBeVisible();
      await pastTrigger(page);
      const tones = await page.evaluate(() => (window as unknown as { tones: number }).tones);
      expect(tones > 0).toBe(!isOn);
      if (isOn) expect(await page.evaluate(() => window.heardChimes?.length)).toBe(1);
    });
  }
});

test("paused from outside it stops and says so; what is due then rings once, in the ordinary way", async ({
  page,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await start(page, 10);
  await pause(page);
  await expect(page.locator("audio")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode has stopped" })).toHaveText(
    "Pocket mode has stopped: another app, a call or a button paused it. Reminders go on without it.",
  );
  await expect(status(page)).toHaveText(
    /^It stopped at \d\d:\d\d: another app, a call or a button paused it\.$/,
  );
  expect(await page.evaluate(lockScreen)).toEqual({ title: null, artist: null, playbackState: "none" });
  await pastTrigger(page);
  expect(cards.shown().map(({ tag }) => tag)).toEqual([EMBEDDED.tag]);
  expect(await page.evaluate(() => window.heardChimes)).toEqual([]);
  // Told until it is begun again; ended by the attendee, there is nothing to tell.
  await page.reload();
  await expect(status(page)).toHaveText(/^It stopped at/);
  await page.getByRole("button", START).click();
  await page.getByRole("button", STOP).click();
  await expect(page.getByRole("button", TEST)).toBeFocused();
  await expect(status(page)).toBeEmpty();
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode" })).toHaveCount(0);
});

test("the lock screen shows how far off the next is, and its button ends it as well", async ({ page }) => {
  await page.addInitScript(() => {
    const set = MediaSession.prototype.setActionHandler;
    MediaSession.prototype.setActionHandler = function (action, handler) {
      if (action === "pause") Object.assign(window, { lockButton: handler });
      set.call(this, action, handler);
    };
    const tell = MediaSession.prototype.setPositionState;
    MediaSession.prototype.setPositionState = function (state) {
      Object.assign(window, { lockProgress: state });
      tell.call(this, state);
    };
  });
  await openApp(page);
  await star(page, EMBEDDED);
  await start(page, 60);
  // Counted from its beginning to the session's: six minutes.
  const progress = () =>
    page.evaluate(() => (window as unknown as { lockProgress?: MediaPositionState }).lockProgress);
  await expect.poll(progress).toMatchObject({ playbackRate: 1 });
  const { duration = 0, position = 0 } = (await progress()) ?? {};
  expect(duration).toBeGreaterThan(5 * 60);
  expect(duration).toBeLessThanOrEqual(6 * 60);
  expect(position).toBeLessThan(30);
  await page.evaluate(() => (window as unknown as { lockButton: () => void }).lockButton());
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode has stopped" })).toBeVisible();
  await expect(page.locator("audio")).toHaveCount(0);
  // Begun again, nothing is said any more of its having stopped.
  await page.getByRole("button", START).click();
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode has stopped" })).toHaveCount(0);
});

test("it is on in one window at a time, and whose page has gone is told", async ({ page, context }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await start(page, 200);
  const other = await context.newPage();
  await other.goto("./#/reminders");
  await expect(other.getByRole("button", TEST)).toBeVisible();
  // Nothing has ended: it is on elsewhere.
  await expect(status(other)).toBeEmpty();
  await other.getByRole("button", START).click();
  await expect(message(other)).toContainText("Pocket mode is on in another window of the app.");
  await expect(other.locator("audio")).toHaveCount(0);
  expect(await isPlaying(page)).toBe(true);
  await page.close();
  await other.reload();
  await expect(status(other)).toHaveText(
    /^Started at \d\d:\d\d, it ended with the page: the app was closed, or the system stopped it\.$/,
  );
});

test("with sound switched off it keeps the page awake in silence, and says so before", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await page.goto("./#/reminders");
  await page.getByLabel("With sound and vibration").uncheck();
  await rehearse(page, before(EMBEDDED.fireAt, 8), "#/reminders");
  await page.evaluate(hearChimes);
  await unfoldPocket(page);
  await expect(page.getByText("Sound is switched off above")).toBeVisible();
  await page.getByRole("button", START).click();
  await pastTrigger(page);
  expect(await isPlaying(page)).toBe(true);
  expect(await page.evaluate(() => window.heardChimes)).toEqual([]);
  expect(cards.shown().map(({ tag }) => tag)).toEqual([EMBEDDED.tag]);
});

test("with everything deleted it ends", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await start(page, 200);
  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  // It takes ten seconds, in which it can be undone.
  await expect(page.locator("audio")).toHaveCount(0);
});
