import type { Page } from "@playwright/test";
import type { PocketDue, PocketTest } from "../src/domain/pocket-test";
import { expect, test } from "./fixtures";
import { keepSetting, keptSetting, pocketStatus as status, TEST, unfoldPocket } from "./pocket-steps";
import { openApp } from "./reminder-steps";

// What a test of pocket mode on this very device is worth. The test itself takes five minutes: `npm run test:lifetimes`.

const MINUTE = 60_000;

const good: Partial<PocketDue> = { heard: 20, shown: 40, hidden: true };

const keptTest = (page: Page) => page.evaluate<PocketTest | null, string>(keptSetting, "pocketTest");

/** Begins and ends a test, so that there is one of this very code and browser; gives it as it would have gone. */
async function tested(
  page: Page,
  due: Partial<PocketDue>,
  over: { readonly browser?: string } = {},
): Promise<void> {
  await openApp(page, "#/reminders");
  await unfoldPocket(page);
  await page.getByRole("button", TEST).click();
  await expect.poll(() => keptTest(page)).not.toBeNull();
  const begun = await keptTest(page);
  if (!begun) throw new Error("no test was kept");
  await page.getByRole("button", { name: "Stop the test" }).click();
  // What is kept below must not be taken for what was to be forgotten here.
  await expect.poll(() => keptTest(page)).toBeNull();
  const startedAt = Date.now() - 30 * MINUTE;
  const dues = begun.dues.map(({ dueAt }, index) => ({
    ...{ dueAt: dueAt - 30 * MINUTE, heard: null, shown: null, hidden: false },
    ...good,
    ...(index === 2 && due),
  }));
  const value = { ...begun, startedAt, dues, end: "done", ...over };
  await page.evaluate(keepSetting, { name: "pocketTest", value });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Pocket mode" })).toBeVisible();
}
const promise = (page: Page) => page.locator(".promise");
const verdict = (page: Page) => page.getByRole("status", { name: "Test of pocket mode" });

test("begun, it tells what to do; ended by the attendee, nothing is known of it", async ({ page }) => {
  await openApp(page, "#/reminders");
  await unfoldPocket(page);
  await page.getByRole("button", TEST).click();
  await expect(status(page)).toHaveText(/^The test has been running since \d\d:\d\d\. Lock the phone now/);
  await expect(verdict(page)).toHaveText("Not over yet.");
  await expect(page.getByText("still to come")).toHaveCount(3);
  await page.getByRole("button", { name: "Stop the test" }).click();
  await expect(verdict(page)).toHaveCount(0);
  await expect.poll(() => keptTest(page)).toBeNull();
  await expect(promise(page)).not.toContainText("ocket mode");
});

test("gone with its page it is not said to go on", async ({ page }) => {
  await openApp(page, "#/reminders");
  await unfoldPocket(page);
  await page.getByRole("button", TEST).click();
  await expect(verdict(page)).toHaveText("Not over yet.");
  await expect.poll(() => keptTest(page)).not.toBeNull();
  await page.reload();
  await expect(status(page)).toHaveText(/it ended with the page/);
  await expect(verdict(page)).toBeEmpty();
  await expect(promise(page)).not.toContainText("ocket mode");
});

test("passed, it is quoted with its day, and pocket mode offered", async ({ page }) => {
  await tested(page, {});
  await expect(promise(page)).toContainText(
    /With pocket mode on, 3 of 3 came in time in its test on \w+day \d+ \w+, over five minutes out of sight\./,
  );
  await page.getByText("An experiment, for a phone that is locked").click();
  await expect(verdict(page)).toHaveText("Passed: all came in time while the app was out of sight.");
  await expect(
    page
      .getByRole("listitem")
      .filter({ hasText: "heard on time (20 ms) · shown on time (40 ms) · out of sight" }),
  ).toHaveCount(3);
});

test("failed, it is quoted as well, and pocket mode is not offered unless asked for", async ({ page }) => {
  await tested(page, { heard: null, shown: 70_000 });
  await expect(promise(page)).toContainText(/Pocket mode failed in its test on .*: 2 of 3 in time\./);
  await page.getByText("An experiment, which has failed on this device").click();
  await expect(verdict(page)).toHaveText("Failed: not all came in time.");
  await expect(page.getByText("not heard · shown 1 min late")).toBeVisible();
  await expect(page.getByRole("button", TEST)).toHaveCount(0);
  await page.getByRole("button", { name: "Use it all the same" }).click();
  await expect(page.getByRole("button", TEST)).toBeFocused();
});

test("of another browser, it proves nothing, and says so", async ({ page }) => {
  await tested(page, {}, { browser: "Browser/1" });
  await expect(promise(page)).not.toContainText("ocket mode");
  await page.getByText("An experiment, for a phone that is locked").click();
  await expect(verdict(page)).toHaveText(/^It was made with another version of the app or the browser/);
  await expect(page.getByRole("button", TEST)).toBeVisible();
});
