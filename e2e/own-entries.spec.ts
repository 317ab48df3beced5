import type { Locator, Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { addEntry, MORNING, openSheet, openStarred, save, sheet, write } from "./own-entry-steps";
import { rehearse } from "./rehearse";
import { DAY, EMBEDDED, FEED } from "./reminder-steps";

const COFFEE = "Coffee with Mina";

const row = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
const button = (place: Page | Locator, name: string) => place.getByRole("button", { name, exact: true });
const message = (page: Page) => page.getByRole("status", { name: "Message" });
const titles = (page: Page) =>
  page.getByRole("article").evaluateAll((rows) => rows.map((one) => one.getAttribute("aria-label")));

test("by keyboard an entry is put into an empty agenda, at the next free time, and taken back", async ({
  page,
}) => {
  await rehearse(page, MORNING, "#/agenda");
  const add = button(page, "Add your own entry");
  await add.focus();
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toHaveAccessibleName("Your own entry");
  await expect(sheet(page).getByLabel("Title")).toBeFocused();
  await page.keyboard.type(COFFEE);
  await expect(sheet(page).getByRole("combobox", { name: "Day" })).toHaveValue("2026-04-18");
  await expect(sheet(page).getByLabel("Begins")).toHaveValue("12:00");
  await expect(sheet(page).getByLabel("Begins")).toHaveAccessibleDescription(
    /^Kolkata time\. Times before 04:00/,
  );
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp"); // An hour later, and the end with it.
  await expect(sheet(page).getByLabel("Begins")).toHaveValue("13:00");
  await expect(sheet(page).getByLabel("Ends")).toHaveValue("13:30");
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toHaveCount(0);
  await expect(message(page)).toContainText(`Added to your agenda: ${COFFEE}, Saturday 18 April, 13:00`);
  await expect(add).toBeFocused();
  await expect(row(page, COFFEE)).toContainText("Your own entry");
  await expect(row(page, COFFEE)).toContainText("in 1 h 10 min");
  await expect(button(page, `Star ${COFFEE}`)).toHaveCount(0);
  await button(page, "Undo").click();
  await expect(row(page, COFFEE)).toHaveCount(0);
});

test("what is wrong is said beside its field, and nothing that was written is lost", async ({ page }) => {
  await rehearse(page, MORNING, "#/agenda");
  await openSheet(page);
  await write(page, { start: "15:45", end: "15:15", place: "Foyer" });
  await button(page, "Save").click();
  const [title, end] = [sheet(page).getByLabel("Title"), sheet(page).getByLabel("Ends")];
  await expect(title).toBeFocused();
  await expect(title).toHaveAccessibleDescription("Say what it is.");
  await expect(end).toHaveAccessibleDescription(/^This is before the start\. Kolkata time/);
  await expect(sheet(page).getByLabel("Place")).toHaveValue("Foyer");
  await write(page, { title: COFFEE, end: "16:15" });
  // A storage that is full takes nothing: then as well.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      if (this.name !== "entries") return put.apply(this, args);
      IDBObjectStore.prototype.put = put;
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await button(page, "Save").click();
  await expect(sheet(page).getByRole("alert")).toContainText("It could not be kept");
  await expect(title).toHaveValue(COFFEE);
  await save(page);
  await expect(row(page, COFFEE)).toContainText("Foyer");
});

test("an entry clashes in minutes, is changed, and leaves free time between", async ({ page }) => {
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30", place: "Foyer" });
  await expect(page.getByText("These overlap by 20 min, 14:30–14:50", { exact: true })).toBeVisible();
  await expect(row(page, EMBEDDED.title)).toContainText(`Clashes for 20 min with ${COFFEE}`);
  await button(page, `Edit ${COFFEE}`).click();
  await expect(sheet(page)).toHaveAccessibleName("Change your entry");
  await write(page, { title: "Tea with Mina", start: "15:00" });
  await save(page);
  await expect(message(page)).toContainText("Changed: Tea with Mina, Saturday 18 April, 15:00");
  await expect(page.getByText("10 min to change rooms: Audi 1 → Foyer")).toBeVisible();
  expect(await titles(page)).toEqual([EMBEDDED.title, "Tea with Mina"]);
  await button(page, "Undo").click();
  await expect(page.getByText("These overlap by 20 min")).toBeVisible();
});

test("of an entry and a session that clash either is kept, and the other can be had back", async ({
  page,
}) => {
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30" });
  for (const [kept, other] of [
    [EMBEDDED.title, COFFEE],
    [COFFEE, EMBEDDED.title],
  ] as const) {
    await button(page, `Keep ${kept}`).click();
    await expect(row(page, other)).toHaveCount(0);
    await expect(message(page)).toContainText(`Kept: ${kept}`);
    await button(page, "Undo").click();
    await expect(row(page, other)).toBeVisible();
    await expect(button(page, `Keep ${kept}`)).toBeVisible();
  }
});

test("its page says when, where and what rings; it is removed there, and had back", async ({ page }) => {
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30", place: "Foyer" });
  await row(page, COFFEE).getByRole("link", { name: COFFEE, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: COFFEE })).toBeVisible();
  await expect(page).toHaveTitle(/^Coffee with Mina · /);
  const main = page.getByRole("main");
  for (const words of ["Your own entry", "14:30–15:00", "Foyer", "Rings 5 min before (14:25)."])
    await expect(main).toContainText(words);
  await expect(button(page, `Star ${COFFEE}`)).toHaveCount(0);
  await expect(button(page, "Not for me")).toHaveCount(0);
  await page.getByLabel("Remind me").selectOption({ label: "10 min before" });
  await expect(main).toContainText("Rings 10 min before (14:20).");
  await button(page, `Edit ${COFFEE}`).click();
  await write(page, { place: "Audi 1" });
  await save(page);
  await expect(main.locator(".where .room-tag")).toHaveText("BAudi 1");
  await page.reload();
  await expect(main).toContainText("Rings 10 min before (14:20).");
  await button(page, `Remove ${COFFEE}`).click();
  await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  await expect(row(page, COFFEE)).toHaveCount(0);
  await button(page, "Undo").click();
  await expect(row(page, COFFEE)).toBeVisible();
});

test("shared, it is words without an address that would lead nowhere", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write", "notifications"]);
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30", place: "Foyer" });
  await page.evaluate(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await row(page, COFFEE).getByRole("link", { name: COFFEE, exact: true }).click();
  await button(page, "Share").click();
  await expect(message(page)).toContainText("Copied.");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${COFFEE} · Saturday 18 April 14:30 (GMT+5:30) · Foyer`,
  );
});

test("it is there without a network, after a refresh, in another tab, and nowhere in the schedule", async ({
  page,
  context,
  server,
  network,
}) => {
  await openStarred(page);
  const other = await context.newPage();
  await other.goto("./#/agenda");
  await addEntry(page, { title: COFFEE, start: "15:00", place: "Foyer" });
  await expect(row(other, COFFEE)).toBeVisible();
  await other.close();
  server.feed = { mode: "bytes", body: moveSession(FEED, EMBEDDED.uid, 20) };
  await button(page, "Look for changes").click();
  await expect(page.getByText("These overlap by 10 min")).toBeVisible();
  await network.goOffline();
  await page.reload();
  await expect(row(page, COFFEE)).toBeVisible();
  for (const hash of [DAY, "#/now", "#/changes", "#/search?q=Coffee", "#/conferences"]) {
    await page.goto(`./${hash}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(COFFEE), hash).toHaveCount(0);
    await expect(page.getByText("Foyer"), hash).toHaveCount(0);
  }
  await expect(page.getByText("27 sessions").first()).toBeVisible();
});

test("pressed twice, it is one; and it is named among what is about to be deleted", async ({ page }) => {
  await rehearse(page, MORNING, "#/agenda");
  await openSheet(page);
  await write(page, { title: COFFEE });
  await button(page, "Save").evaluate((save: HTMLElement) => {
    save.click();
    save.click();
  });
  await expect(page.getByText("1 own entry", { exact: false })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.goto("./#/settings");
  await button(page, "Delete everything on this device").click();
  await expect(page.getByRole("listitem").filter({ hasText: "1 own entry" })).toBeVisible();
  // The message of what was saved may be up still, with an undo of its own.
  await button(page.getByRole("main"), "Undo").click();
});

test("it is printed with the agenda, and not with the schedule", async ({ page }) => {
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30", place: "Foyer" });
  await page.emulateMedia({ media: "print" });
  const paper = page.locator("body > .paper");
  await expect(paper.getByRole("row", { name: /^14:30/ })).toContainText(
    "14:30–15:00Coffee with MinaFoyer · Your own entryClashes for 20 min with Safe",
  );
  await expect(paper.getByText("★")).toHaveCount(1);
  await page.emulateMedia({ media: "screen" });
  await page.goto(`./${DAY}`);
  await page.emulateMedia({ media: "print" });
  await expect(paper.getByText(EMBEDDED.title)).toBeVisible();
  await expect(paper.getByText(COFFEE)).toHaveCount(0);
});

test("axe finds nothing on agenda and page, nor in the sheet with all that can be wrong in it", async ({
  page,
}) => {
  await openStarred(page);
  await addEntry(page, { title: COFFEE, start: "14:30", place: "Foyer" });
  await expect(message(page)).toBeEmpty({ timeout: 15_000 });
  await expectNothingFound(page, async () => {
    if (await sheet(page).isVisible()) await button(page, "Cancel").click();
    await openSheet(page);
    await write(page, { end: "00:00", start: "" });
    await button(page, "Save").click();
  });
  await button(page, "Cancel").click();
  await expectNothingFound(page);
  await row(page, COFFEE).getByRole("link", { name: COFFEE, exact: true }).click();
  await expectNothingFound(page);
});

test.describe("on a device in Urdu, 360 px wide", () => {
  test.use({ locale: "ur-IN", viewport: { width: 360, height: 740 } });

  test("nothing sticks out, and the words of the entry read as they were written", async ({ page }) => {
    await page.goto(`./?rehearse=${MORNING}#/agenda`);
    await page.getByRole("button", { name: "اپنا اندراج شامل کریں" }).click();
    await sheet(page).getByLabel("عنوان").fill(COFFEE);
    const scrolls = () =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll("dialog")].map(
          ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
        ),
      );
    expect(Math.max(...(await scrolls()))).toBe(0);
    await sheet(page).getByRole("button", { name: "محفوظ کریں" }).click();
    await expect(row(page, COFFEE)).toBeVisible();
    expect(Math.max(...(await scrolls()))).toBe(0);
    const title = row(page, COFFEE).getByRole("heading");
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
    await row(page, COFFEE).getByRole("link", { name: COFFEE, exact: true }).click();
    await expect(page.locator(".session-page h1")).toHaveText(COFFEE);
    expect(Math.max(...(await scrolls()))).toBe(0);
  });
});
