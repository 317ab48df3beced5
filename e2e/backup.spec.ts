import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { chooseBackup, expectAgenda, saveBackup } from "./backup-steps";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { before, DAY, EMBEDDED, openApp, star, TYPES } from "./reminder-steps";
import { BLUNT, BLUNT_DAYS, chooseFile, conferenceButton, keep } from "./second-conference";

const SAFARI =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1";

const addTo = (page: Page) => page.getByRole("button", { name: "Add to what is here" });

test("a backup from one device makes another one the same, without the network, and arms it", async ({
  page,
  launchProfile,
  network,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, TYPES);
  await chooseFile(page);
  await keep(page);
  await star(page, BLUNT);
  const { name, text } = await saveBackup(page);
  expect(name).toMatch(/^trackside-blunt-days-\d{4}-\d\d-\d\d\.json$/);
  expect(JSON.parse(text)).toMatchObject({ format: "trackside-backup", version: 1 });

  const other = await (await launchProfile()).newPage();
  const cards = await observeNotifications(other);
  await openApp(other);
  await network.goOffline();
  await chooseBackup(other, text, name);
  await expect(other.getByRole("heading", { level: 3, name: /^A backup of / })).toBeFocused();
  await expect(other.getByRole("listitem").filter({ hasText: /^2 stars$/ })).toBeVisible();
  await expect(other.getByText("It is not on this device yet, and comes with its programme.")).toBeVisible();
  await other.getByRole("button", { name: "Replace what is here" }).click();
  await expect(other.getByRole("heading", { level: 3, name: "The backup is brought back." })).toBeFocused();

  // What was shown there is shown here.
  await expect(conferenceButton(other, BLUNT_DAYS)).toHaveAttribute("aria-current", "true");
  await expectAgenda(other, [BLUNT]);
  const [own] = await other.getByRole("group", { name: "Conferences" }).getByRole("button").all();
  await own?.click();
  await expect(other.getByRole("article", { name: EMBEDDED.title })).toBeVisible();
  await expectAgenda(other, [EMBEDDED, TYPES]);

  // The day is long over: nothing of it rang here, and nothing was missed.
  await other.goto("./#/reminders");
  const missed = other.getByRole("region", { name: "Missed" });
  await expect(missed).toContainText("None.");
  expect(cards.shown()).toEqual([]);

  // In a rehearsal of the day it rings, for both.
  await rehearse(other, before(EMBEDDED.fireAt, 3), "#/agenda");
  await expect
    .poll(() =>
      cards
        .shown()
        .map(({ title }) => title)
        .sort(),
    )
    .toEqual([BLUNT.title, EMBEDDED.title].sort());
});

test("what is replaced comes back by the toast's undo, and by the one in place", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const { text } = await saveBackup(page);
  await page.goto("./#/agenda");
  await page.getByRole("button", { name: `Star ${EMBEDDED.title}`, exact: true }).click();
  await page.goto(`./${DAY}`);
  await star(page, TYPES);

  await chooseBackup(page, text);
  await expect(page.getByText("That takes away what only this device has: 1 star.")).toBeVisible();
  await page.getByRole("button", { name: "Replace what is here" }).click();
  await page.getByRole("status", { name: "Message" }).getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("as it was before the backup");
  await expectAgenda(page, [TYPES]);

  await chooseBackup(page, text);
  await page.getByRole("button", { name: "Replace what is here" }).click();
  await expect(page.getByRole("button", { name: "Undo the backup" })).toBeVisible();
  await expectAgenda(page, [EMBEDDED]);
  await page.goto("./#/settings");
  await page.getByRole("button", { name: "Undo the backup" }).click();
  await expect(page.getByRole("button", { name: "Undo the backup" })).toHaveCount(0);
  await expectAgenda(page, [TYPES]);

  // To add keeps both.
  await chooseBackup(page, text);
  await addTo(page).click();
  await expect(page.getByRole("button", { name: "Undo the backup" })).toBeVisible();
  await expectAgenda(page, [EMBEDDED, TYPES]);
});

test("the settings come back with a replaced backup, in the language that they say", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const { text } = await saveBackup(page);
  const file = JSON.parse(text);
  file.settings.choices = { language: "ur", clock: "auto", digits: "auto", theme: "dark" };
  await chooseBackup(page, JSON.stringify(file));
  await page.getByRole("button", { name: "Replace what is here" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
  // The way back outlives the new drawing.
  await page.getByRole("button", { name: "بیک اپ کی واپسی منسوخ کریں" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("a backup that is dropped on the page is looked at, and axe finds nothing to say of it", async ({
  page,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const { text } = await saveBackup(page);
  await page.goto("./#/agenda");
  const data = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "trackside-x.json", { type: "application/json" }));
    return data;
  }, text);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.getByRole("heading", { level: 3, name: /^A backup of / })).toBeFocused();
  await expect(page.getByText("1 star, here already")).toBeVisible();
  await expectNothingFound(page);
});

test.describe("in a tab of Safari", () => {
  test.use({ userAgent: SAFARI });

  test("the agenda says that the browser may delete it, and the ways out, before it matters", async ({
    page,
  }) => {
    await rehearse(page, before(EMBEDDED.fireAt, 3_600), DAY);
    const note = page.getByRole("region", { name: "How long it is kept" });
    await page.goto("./#/agenda");
    await expect(page.getByText("Nothing starred yet.")).toBeVisible();
    await expect(note).toHaveCount(0);
    await page.goto(`./${DAY}`);
    await star(page, EMBEDDED);
    await page.goto("./#/agenda");
    await expect(note).toContainText("once you have not opened it for seven days");
    await expect(note.getByRole("button", { name: "Add to the Home Screen" })).toBeVisible();
    await expectNothingFound(page);
    await note.getByRole("link", { name: "save a backup" }).click();
    await expect(page.getByRole("heading", { name: "Backup" })).toBeFocused();
    await expect(page.getByRole("button", { name: "Save a backup" })).toBeInViewport();
    await expect(page.getByText("it may delete all of it once")).toBeVisible();

    // The device's own sheet knows where files outlive a tab.
    await page.evaluate(() => {
      navigator.canShare = () => true;
      navigator.share = async (data) => {
        document.title = String(data?.files?.[0]?.name);
      };
    });
    await page.getByRole("button", { name: "Save a backup" }).click();
    await expect(page).toHaveTitle(/^trackside-.+\.json$/);

    // When all is over there is nothing to lose.
    await page.goto("./?rehearse=off#/agenda");
    await expect(page.getByRole("article")).toHaveCount(1);
    await expect(note).toHaveCount(0);
  });
});

test("elsewhere the agenda does not speak of it, and the settings tell it as a fact", async ({ page }) => {
  await rehearse(page, before(EMBEDDED.fireAt, 3_600), DAY);
  await star(page, EMBEDDED);
  await page.goto("./#/agenda");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByRole("region", { name: "How long it is kept" })).toHaveCount(0);
  await page.goto("./#/settings");
  await expect(page.getByText(/^This browser has (not )?promised to keep what is here/)).toBeVisible();
});

test("what was starred in a rehearsal comes back as any star, and the rehearsal does not", async ({
  page,
  launchProfile,
}) => {
  await rehearse(page, before(EMBEDDED.fireAt, 3_600), DAY);
  await star(page, EMBEDDED);
  const { text } = await saveBackup(page);
  expect(text).not.toContain("rehearsal");
  const other = await (await launchProfile()).newPage();
  await openApp(other);
  await chooseBackup(other, text);
  await addTo(other).click();
  await expect(other.getByRole("button", { name: "Undo the backup" })).toBeVisible();
  await expect(other.getByRole("region", { name: "Rehearsal" })).toHaveCount(0);
  await expectAgenda(other, [EMBEDDED]);
});
