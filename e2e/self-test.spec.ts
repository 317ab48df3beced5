import type { Page } from "@playwright/test";
import { cancelSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { before, DAY, EMBEDDED, FEED, HIRING, openApp, star } from "./reminder-steps";

const TITLE = "Test reminder";
const press = (page: Page) => page.getByRole("button", { name: TITLE }).click();
const outcome = (page: Page) => page.getByRole("status", { name: "Test", exact: true });
const log = (page: Page) => page.getByRole("region", { name: "What has rung" });

test("a test rings in ten seconds, offline, and says how late it was and by whom", async ({
  page,
  network,
}) => {
  await openApp(page, "#/reminders");
  const cards = await observeNotifications(page);
  await network.goOffline();
  await press(page);
  await expect(page.getByRole("timer")).toHaveText(/^Due in (10|9) s\.$/);
  const asked = Date.now();
  await expect.poll(() => cards.shown().length, { timeout: 15_000 }).toBe(1);
  const [card] = cards.shown();
  expect(card).toMatchObject({ title: TITLE, body: expect.stringContaining("Reminders work here") });
  expect((card?.at ?? 0) - asked).toBeGreaterThan(8500);
  expect((card?.at ?? 0) - asked).toBeLessThan(11_000);
  await expect(outcome(page)).toHaveText(/^Shown on time \(\d+ ms\), by worker\.$/);
  await expect(log(page).getByRole("listitem")).toContainText(TITLE);
  // Kept over a reload, and rung once.
  await page.reload();
  await expect(outcome(page)).toHaveText(/^Shown on time/);
  expect(cards.shown()).toHaveLength(1);
});

test.describe("without the permission to notify", () => {
  test.use({ notificationPermission: "denied" });
  test("a test shows a banner, and says that it was one", async ({ page }) => {
    await openApp(page, "#/reminders");
    await press(page);
    await expect(page.getByRole("alert").filter({ hasText: TITLE })).toBeVisible({ timeout: 15_000 });
    await expect(outcome(page)).toHaveText(/^Shown as a banner on time/);
  });
});

test("a diagnosis tells of times and the device, and of no session", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await rehearse(page, before(EMBEDDED.fireAt, 1), "#/reminders");
  await expect(log(page).getByRole("listitem")).toContainText(EMBEDDED.title);
  // No clipboard is permitted here: the text itself is shown.
  await page.getByRole("button", { name: "Copy diagnosis" }).click();
  const text = await page.getByRole("textbox", { name: "Diagnosis" }).inputValue();
  expect(text).toContain("reminder due 2026-04-18T08:40:00.000Z: shown as notification");
  expect(text).toContain("rehearsal ×1");
  expect(text).not.toContain(EMBEDDED.title);
  expect(text).not.toContain(EMBEDDED.uid);
});

test("on the table: the time, what is on and next, and what rings", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, HIRING);
  await rehearse(page, before(EMBEDDED.fireAt, 4), "#/reminders");
  await page.getByRole("link", { name: "Lay it on the table" }).click();
  const board = page.getByRole("region", { name: "On my table" });
  await expect(board.getByRole("heading", { name: "Next of your stars" })).toBeVisible();
  await expect(board.getByRole("link", { name: EMBEDDED.title })).toBeVisible();
  await expect(board.getByRole("link", { name: "Lunch" })).toBeVisible();
  const rung = board.getByRole("status", { name: "Rung" });
  await expect(rung).toContainText(EMBEDDED.title);
  await expect(rung).toContainText(HIRING.title);
  await expect(rung).toContainText("at 14:15");
  // Nothing behind the board can be reached.
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await board.getByRole("link", { name: "Take it off the table" }).click();
  await expect(page.getByRole("heading", { name: "Reminders on this device" })).toBeVisible();
  await page.goto(`./${DAY}`);
  await expect(board).toHaveCount(0);
});

test("on the table a session that is cancelled after its reminder is said to be", async ({
  page,
  server,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await rehearse(page, before(EMBEDDED.fireAt, 1), "#/table");
  const rung = page.getByRole("status", { name: "Rung" });
  await expect(rung).toContainText("at 14:15");
  server.feed = { mode: "bytes", body: cancelSession(FEED, EMBEDDED.uid) };
  await page.reload();
  await expect(rung).toContainText("has been cancelled");
});

test("on the table the screen stays on, as long as the board is there", async ({ page, context }) => {
  await context.grantPermissions(["notifications", "screen-wake-lock"]);
  await openApp(page, "#/table");
  await expect(page.getByText("The screen stays on while this is open")).toBeVisible();
});
