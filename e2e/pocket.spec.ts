import type { Page } from "@playwright/test";
import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import {
  begin,
  hearChimes,
  isPlaying,
  lockScreen,
  pastTrigger,
  START,
  STOP,
  pocketStatus as status,
  TEST,
  unfoldPocket,
} from "./pocket-steps";
import { rehearse } from "./rehearse";
import { before, clockOffset, deviceShows, EMBEDDED, FEED, openApp, star, TYPES } from "./reminder-steps";

const message = (page: Page) => page.getByRole("status", { name: "Message" });

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
  await begin(page, 60);
  const begunAt = Date.now();
  await expect
    .poll(() => page.evaluate(lockScreen))
    .toEqual({
      title: `Next: ${EMBEDDED.title}`,
      artist: "Audi 1 · in 6 min",
      playbackState: "playing",
    });
  await expect(page.getByRole("button", STOP)).toBeFocused();
  await expect(status(page)).toHaveText(
    /^On since \d\d:\d\d\. That it goes on while the phone is locked has not been shown here\.$/,
  );
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
  // Without a star left there is nothing to carry. That may be undone, and then nothing has ended.
  // Just after its beginning it does not end so soon in any case.
  await deviceShows(begunAt + 4_000);
  const unstar = page.getByRole("button", { name: `Star ${TYPES.title}`, exact: true });
  await unstar.click();
  await expect.poll(() => page.evaluate(lockScreen)).toMatchObject({ title: "Pocket mode" });
  await message(page).getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => page.evaluate(lockScreen)).toMatchObject({ title: `Next: ${TYPES.title}` });
  await unstar.click();
  await expect(message(page)).toContainText("Pocket mode has ended: nothing more rings today.");
  await expect(page.locator("audio")).toHaveCount(0);
});

test("each trigger chimes and shows one card; in the page nothing else sounds", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await begin(page, 8);
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
      if (isOn) await begin(page, 8);
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
