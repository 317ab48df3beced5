import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { removeSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import {
  before,
  clockOffset,
  deviceShows,
  EMBEDDED,
  FEED,
  HIRING,
  MORNING_BREAK,
  openApp,
  star,
  TYPES,
  wellPast,
} from "./reminder-steps";
import { swReady } from "./service-worker";
import { agendaTitles, copiedLink, preview, said, scannedCode } from "./travel-steps";

const take = (page: Page, name: string) => preview(page).getByRole("button", { name }).click();

test("starred in one profile, taken in by another: the agenda is equal, and its reminders ring there, offline", async ({
  page,
  launchProfile,
  network,
}) => {
  await openApp(page);
  for (const one of [EMBEDDED, HIRING, TYPES]) await star(page, one);
  const link = await copiedLink(page);
  const titles = await agendaTitles(page);
  expect(titles).toHaveLength(3);
  expect(await scannedCode(page), "the code").toContain("#/agenda/take/");

  const other = await launchProfile();
  const theirs = await other.newPage();
  await theirs.goto(link);
  await swReady(theirs);
  await expect(preview(theirs)).toContainText("3 sessions of Rust India Conference 2026");
  await expect(preview(theirs)).toContainText("3 are new to your agenda");
  expect(await theirs.evaluate(async () => (await indexedDB.databases()).length)).toBe(1);
  await take(theirs, "Add to my agenda");
  await expect(theirs.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  expect(await agendaTitles(theirs)).toEqual(titles);

  const cards = await observeNotifications(theirs);
  await network.goOffline();
  await rehearse(theirs, before(EMBEDDED.fireAt, 3), "#/agenda");
  const offset = await theirs.evaluate(clockOffset);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  expect(
    cards
      .shown()
      .map(({ title }) => title)
      .sort(),
  ).toEqual([EMBEDDED.title, HIRING.title].sort());
});

test("the same offline where the app is on the device: opened by the code’s link, and pasted", async ({
  page,
  launchProfile,
  network,
}) => {
  await openApp(page);
  for (const one of [EMBEDDED, TYPES]) await star(page, one);
  const link = await scannedCode(page);
  const titles = await agendaTitles(page);

  const other = await launchProfile();
  const theirs = await other.newPage();
  await openApp(theirs);
  await network.goOffline();
  await theirs.close();
  const opened = await other.newPage();
  await opened.goto(link);
  await expect(preview(opened)).toContainText("2 are new to your agenda");
  await opened.goto("./#/agenda/take");
  await expect(said(opened)).toBeEmpty();
  await opened.getByLabel("Link to an agenda").fill(`Here is mine:\n${link}\nSee you there`);
  await take(opened, "Add to my agenda");
  expect(await agendaTitles(opened)).toEqual(titles);
  await opened.goto(link);
  await expect(preview(opened)).toContainText("2 you already have");
  await expect(preview(opened)).toContainText("You have all of it already.");
});

test("by file, in place of what was starred, and undone", async ({ page, launchProfile }) => {
  await openApp(page);
  for (const one of [EMBEDDED, TYPES]) await star(page, one);
  await page.goto("./#/agenda/share");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a file" }).click();
  const file = await (await saving).path();
  expect(await readFile(file, "utf8")).toContain("Rust India Conference 2026");

  const theirs = await (await launchProfile()).newPage();
  await openApp(theirs);
  for (const one of [HIRING, TYPES]) await star(theirs, one);
  const own = await agendaTitles(theirs);
  await theirs.goto("./#/agenda/take");
  await theirs.getByLabel("File with an agenda").setInputFiles({
    name: "agenda.txt",
    mimeType: "text/plain",
    buffer: await readFile(file),
  });
  await expect(preview(theirs)).toContainText("1 is new to your agenda");
  await expect(preview(theirs)).toContainText("1 you already have");
  await take(theirs, "Replace my agenda");
  await expect(theirs.getByRole("article", { name: EMBEDDED.title })).toBeVisible();
  await expect(theirs.getByRole("article", { name: HIRING.title })).toHaveCount(0);
  await theirs.getByRole("button", { name: "Undo" }).click();
  await expect(theirs.getByRole("article", { name: HIRING.title })).toBeVisible();
  await expect(theirs.getByRole("article", { name: EMBEDDED.title })).toHaveCount(0);
  expect(await agendaTitles(theirs)).toEqual(own);
});

test("what has gone from the programme meanwhile is named, and the rest is taken", async ({
  page,
  server,
  launchProfile,
}) => {
  await openApp(page);
  for (const one of [EMBEDDED, TYPES]) await star(page, one);
  const link = await copiedLink(page);
  server.feed = { mode: "bytes", body: removeSession(FEED, TYPES.uid) };
  const theirs = await (await launchProfile()).newPage();
  await theirs.goto(link);
  await swReady(theirs);
  await expect(preview(theirs)).toContainText("1 is no longer in the programme here");
  await expect(preview(theirs)).toContainText(TYPES.title);
  await take(theirs, "Add to my agenda");
  expect(await agendaTitles(theirs)).toEqual([EMBEDDED.title]);
});

test("a friend’s agenda beside one’s own: both, only mine, only theirs, and where they are now", async ({
  page,
  launchProfile,
}) => {
  await openApp(page);
  for (const one of [EMBEDDED, TYPES]) await star(page, one);
  const link = await copiedLink(page);
  const mine = await (await launchProfile()).newPage();
  await openApp(mine);
  for (const one of [HIRING, TYPES]) await star(mine, one);
  await mine.goto(link);
  await take(mine, "Only compare, as a friend’s");
  await mine.getByLabel(/^Whose agenda is it/).fill("Asha");
  await mine.getByRole("button", { name: "Keep beside mine" }).click();
  await expect(mine.getByRole("heading", { level: 1, name: "You and Asha" })).toBeVisible();
  const rows = mine.getByRole("article");
  await expect(rows).toHaveCount(3);
  const only = async (choice: string, ...titles: readonly string[]) => {
    await mine.getByRole("radio", { name: choice }).check();
    await expect(rows).toHaveCount(titles.length);
    for (const title of titles) await expect(mine.getByRole("article", { name: title })).toBeVisible();
  };
  await only("Both of you (1)", TYPES.title);
  await only("Only you (1)", HIRING.title);
  await only("Only Asha (1)", EMBEDDED.title);
  const address = new URL(mine.url()).hash;

  await rehearse(mine, before(EMBEDDED.startsAt, -60), "#/now");
  const isThere = mine.getByText(`Asha now: ${EMBEDDED.title}, Audi 1, until 14:50.`);
  await expect(isThere).toBeVisible();
  await mine.goto("./#/agenda");
  await expect(isThere).toBeVisible();
  expect(await agendaTitles(mine)).toEqual([HIRING.title, TYPES.title]);
  await mine.goto(`./${address}`);
  await mine.reload();
  await mine.getByRole("button", { name: "Remove the agenda of Asha" }).click();
  await expect(mine.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  await expect(mine.getByRole("link", { name: "Asha" })).toHaveCount(0);
  await mine.getByRole("button", { name: "Undo" }).click();
  await expect(mine.getByRole("link", { name: "Asha" })).toBeVisible();

  await mine.goto(link);
  await take(mine, "Only compare, as a friend’s");
  await mine.getByLabel(/^Whose agenda is it/).fill("Asha");
  await mine.getByRole("button", { name: "Keep beside mine" }).click();
  await expect(mine.getByRole("heading", { level: 1, name: "You and Asha" })).toBeVisible();
  await mine.goto("./#/agenda");
  await expect(mine.getByRole("link", { name: "Asha" })).toHaveCount(1);
});

test("a link that is pasted anywhere in the app opens it", async ({ page }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const link = await copiedLink(page);
  await page.goto("./#/now");
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", `Mine: ${text}`);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, link);
  await expect(preview(page)).toContainText("1 you already have");
});

test("by the camera, where the browser reads codes", async ({ page }) => {
  await openApp(page);
  for (const one of [EMBEDDED, TYPES]) await star(page, one);
  const link = await copiedLink(page);
  await page.addInitScript((found) => {
    let looks = 0;
    class Detector {
      detect = async () => (++looks < 3 ? [] : [{ rawValue: found }]);
    }
    Object.assign(globalThis, { BarcodeDetector: Detector });
    const { mediaDevices } = navigator;
    mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement("canvas");
      canvas.getContext("2d")?.fillRect(0, 0, 10, 10);
      const stream = canvas.captureStream(10);
      Object.assign(globalThis, { stream });
      return stream;
    };
  }, link);
  await page.goto("./#/agenda/take");
  await page.reload();
  await page.getByRole("button", { name: "Scan a code" }).click();
  await expect(preview(page)).toContainText("2 you already have");
  const states = await page.evaluate(() =>
    (globalThis as unknown as { stream: MediaStream }).stream.getTracks().map(({ readyState }) => readyState),
  );
  expect(states, "the camera is let go of").toEqual(["ended"]);
});

test("a break, whose star stands on its page alone, travels as well", async ({ page, launchProfile }) => {
  await openApp(page, `#/session/${encodeURIComponent(MORNING_BREAK.uid)}`);
  await star(page, MORNING_BREAK);
  const link = await copiedLink(page);
  const theirs = await (await launchProfile()).newPage();
  await theirs.goto(link);
  await take(theirs, "Add to my agenda");
  expect(await agendaTitles(theirs)).toEqual([MORNING_BREAK.title]);
});
