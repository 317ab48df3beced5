import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { before, EMBEDDED, openApp, star, TYPES } from "./reminder-steps";

// "Reminders on this device" in every state of the permission.

const promise = (page: Page) =>
  page
    .locator(".promise dd")
    .allInnerTexts()
    .then((words) => words.map((word) => word.replace(/\s+/g, " ").trim()));
const device = (page: Page) => page.getByRole("region", { name: "This device" });
const turnOn = (page: Page) => page.getByRole("button", { name: "Turn on reminders" });

async function openPanel(page: Page): Promise<void> {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, TYPES);
  await rehearse(page, before(EMBEDDED.startsAt, -1200), "#/reminders");
  await expect(page.getByRole("heading", { level: 1, name: "Reminders on this device" })).toBeVisible();
}

const BANNER = "In part: Shows a banner with a sound at the set time.";
const SILENT = "Does not: Does not ring.";
const NOT_YET = "Does not: Does not ring until you turn on reminders.";

test("with permission: the promise, what is armed next, what was missed, and the device", async ({
  page,
}) => {
  await openPanel(page);
  expect(await promise(page)).toEqual([
    "Rings: Rings on time.",
    "Rings: Rings on time, also in a hidden tab or a minimised window.",
    "In part: Rings for nearly 5 minutes after you close it while the browser keeps running; then not until you open it again.",
    "In part: A computer that sleeps does not ring. When it wakes it shows what still helps, and lists the rest as missed.",
  ]);
  await expect(turnOn(page)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Armed" })).toContainText("Saturday 18 April, 16:10");
  const missed = page.getByRole("region", { name: "Missed" }).getByRole("listitem");
  await expect(missed).toContainText(EMBEDDED.title);
  await expect(missed).toContainText("it has begun · began at 14:15");
  await expect(device(page)).toContainText("allowed");
  await expect(device(page)).toContainText("running");
  await expectNothingFound(page);
});

for (const [permission, words, expected] of [
  ["default", "not asked yet", [BANNER, NOT_YET, NOT_YET, NOT_YET]],
  ["denied", "blocked for this site", [BANNER, SILENT, SILENT, SILENT]],
] as const) {
  test.describe(`permission ${permission}`, () => {
    test.use({ notificationPermission: permission });
    test("a banner is all that is promised, and the way to mend it is there", async ({ page }) => {
      await openPanel(page);
      expect(await promise(page)).toEqual(expected);
      await expect(device(page)).toContainText(words);
      await expect(turnOn(page)).toHaveCount(permission === "default" ? 1 : 0);
      if (permission === "denied") await expect(device(page)).toContainText("Notifications → Allow");
      await expectNothingFound(page);
    });
  });
}

test("where the browser has no notifications at all, the panel says so", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Notification"));
  await openPanel(page);
  expect(await promise(page)).toEqual([BANNER, SILENT, SILENT, SILENT]);
  await expect(page.getByText("This browser cannot notify.")).toBeVisible();
  await expect(device(page)).toContainText("not to be had in this browser");
  await expect(turnOn(page)).toHaveCount(0);
  await expectNothingFound(page);
});

test("the help to other calendars is one sheet, closed by a key", async ({ page }) => {
  await openPanel(page);
  await page.getByRole("button", { name: "Use my own calendar" }).click();
  const sheet = page.getByRole("dialog", { name: "Your calendar rings when the app cannot" });
  for (const name of ["Apple Calendar", "Google Calendar", "Outlook", "Calendars on Android"]) {
    await expect(sheet.getByText(name, { exact: true })).toBeVisible();
  }
  await expectNothingFound(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("axe finds nothing on the board for the table, nor on a session that may ring", async ({ page }) => {
  await openPanel(page);
  await page.getByRole("link", { name: "Lay it on the table" }).click();
  await expect(page.getByRole("region", { name: "On my table" })).toBeVisible();
  await expectNothingFound(page);
  await page.goto(`./#/session/${encodeURIComponent(TYPES.uid)}`);
  await expect(page.getByRole("combobox", { name: "Remind me" })).toBeVisible();
  await expectNothingFound(page);
});
