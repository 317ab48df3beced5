import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import {
  begin,
  isPlaying,
  keepSetting,
  keptSetting,
  lockScreen,
  pastTrigger,
  pause,
  START,
  STOP,
  pocketStatus as status,
  TEST,
} from "./pocket-steps";
import { EMBEDDED, openApp, star } from "./reminder-steps";

// How pocket mode ends where the attendee does not end it, and what is said of that.

const message = (page: Page) => page.getByRole("status", { name: "Message" });

test("paused from outside it stops and says so; what is due then rings once, in the ordinary way", async ({
  page,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await begin(page, 10);
  await pause(page);
  await expect(page.locator("audio")).toHaveCount(0);
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode has stopped" })).toHaveText(
    "Pocket mode has stopped: another app, a call, a button or the system paused it. Reminders go on as without it.",
  );
  await expect(status(page)).toHaveText(
    /^It stopped at \d\d:\d\d: another app, a call, a button or the system paused it\.$/,
  );
  expect(await page.evaluate(lockScreen)).toEqual({ title: null, artist: null, playbackState: "none" });
  await pastTrigger(page);
  expect(cards.shown().map(({ tag }) => tag)).toEqual([EMBEDDED.tag]);
  expect(await page.evaluate(() => window.heardChimes)).toEqual([]);
  // Told until it is begun again, in the region that screen readers know already.
  const region = await status(page).elementHandle();
  await page.getByRole("button", START).click();
  await expect(status(page)).toHaveText(/^On since/);
  expect(await region?.textContent()).toMatch(/^On since/);
  await expect(page.getByRole("alert").filter({ hasText: "Pocket mode" })).toHaveCount(0);
  await pause(page);
  await expect(status(page)).toHaveText(/^It stopped at/);
  await page.reload();
  await expect(status(page)).toHaveText(/^It stopped at/);
  // Ended by the attendee, there is nothing to tell, not for a moment either.
  await page.getByRole("button", START).click();
  await expect(status(page)).toHaveText(/^On since/);
  const told = await status(page).evaluateHandle((region) => {
    const words: string[] = [];
    const note = () => words.push(region.textContent ?? "");
    new MutationObserver(note).observe(region, { childList: true, characterData: true, subtree: true });
    return words;
  });
  await page.getByRole("button", STOP).click();
  await expect(page.getByRole("button", TEST)).toBeFocused();
  await expect.poll(() => page.evaluate<{ why: string } | null, string>(keptSetting, "pocketEnd")).toBeNull();
  await expect(status(page)).toBeEmpty();
  expect((await told.jsonValue()).filter((words) => words !== "")).toEqual([]);
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
  await begin(page, 60);
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
});

test("it is on in one window at a time, and whose page has gone is told", async ({ page, context }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await begin(page, 200);
  const other = await context.newPage();
  await other.goto("./#/reminders");
  await expect(other.getByRole("button", TEST)).toBeVisible();
  // Nothing has ended: it is on elsewhere.
  await expect(status(other)).toBeEmpty();
  const kept = () => page.evaluate<{ at: number } | null, string>(keptSetting, "pocketEnd");
  const own = await kept();
  await other.getByRole("button", START).click();
  await expect(message(other)).toContainText("Pocket mode is on in another window of the app.");
  await expect(other.locator("audio")).toHaveCount(0);
  expect(await isPlaying(page)).toBe(true);
  expect(await kept()).toEqual(own);
  await page.close();
  await other.reload();
  await expect(status(other)).toHaveText(
    /^Started at \d\d:\d\d, it ended with the page: the app was closed, or the system stopped it\.$/,
  );
});

test("with everything deleted it ends", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await begin(page, 200);
  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  // It takes ten seconds, in which it can be undone.
  await expect(page.locator("audio")).toHaveCount(0);
});

test("how it ended is told for a day", async ({ page }) => {
  await openApp(page, "#/reminders");
  const ended = (hoursAgo: number) => ({
    name: "pocketEnd",
    value: { at: Date.now() - hoursAgo * 3_600_000, why: "over" },
  });
  await page.evaluate(keepSetting, ended(23));
  await page.reload();
  await expect(status(page)).toHaveText(/^It ended at/);
  await page.evaluate(keepSetting, ended(25));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Pocket mode" })).toBeVisible();
  await page.getByText(/^An experiment/).click();
  await expect(page.getByRole("button", TEST)).toBeVisible();
  await expect(status(page)).toBeEmpty();
});
