import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { buildSite, removeSites } from "./build-site";
import { LAST_YEAR, THIS_YEAR, YEARLY, yearOf } from "./edition-feed";
import { expect, test } from "./fixtures";
import { openNote, storedNotes } from "./note-steps";
import { swReady } from "./service-worker";

const FIRST = "1@yearly.example";
const last = `${YEARLY} (${new Date(LAST_YEAR).getUTCFullYear()})`;

const row = (page: Page, title: string) => page.getByRole("article", { name: title, exact: true });
const star = (page: Page, title: string) => page.getByRole("button", { name: `Star ${title}`, exact: true });
const look = (page: Page) => page.getByRole("button", { name: "Look for changes" }).click();
/** The UIDs of a calendar file that is handed over, and whether anything in it is called off. */
async function handOver(page: Page): Promise<readonly string[]> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Add to my calendar" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  return text.match(/^(UID:.+|STATUS:CANCELLED)(?=\r$)/gm) ?? [];
}
const agenda = (page: Page) => page.getByRole("heading", { level: 1, name: "Agenda" });

test("next year's schedule begins with an empty agenda, and last year's is kept, with its notes, to look at", async ({
  page,
  context,
  server,
  network,
}) => {
  server.feed = { mode: "bytes", body: yearOf("Pencils", LAST_YEAR) };
  await page.goto("./");
  await star(page, "Pencils 1").click();
  await (await openNote(page, FIRST)).fill("Ask for the slides.");
  await expect.poll(() => storedNotes(page)).toEqual({ [FIRST]: "Ask for the slides." });
  await page.getByRole("link", { name: "Agenda" }).click();
  expect(await handOver(page)).toEqual([`UID:${FIRST}`]);
  await page.getByRole("link", { name: "Schedule" }).click();
  const other = await context.newPage();
  await other.goto("./#/agenda");
  await expect(row(other, "Pencils 1")).toBeVisible();

  // Nobody is asked, and the other tab follows, with the focus where it can go on from.
  server.feed = { mode: "bytes", body: yearOf("Pens", THIS_YEAR) };
  await look(page);
  await expect(row(page, "Pens 1")).toBeVisible();
  await expect(star(page, "Pens 1")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("button", { name: "Show the new schedule" })).toHaveCount(0);
  await expect(page.getByRole("status", { name: "Changes" })).toHaveText("");
  await expect(page.getByRole("group", { name: "Conferences" })).toHaveCount(0);
  const kept = other.getByText(`Your agenda of ${last} is kept on this device`);
  await expect(kept).toBeVisible();
  await expect(agenda(other)).toBeFocused();
  await expect(other.getByText("Nothing starred yet.")).toBeVisible();
  await expectNothingFound(other);
  await other.close();

  // The calendar keeps what it has of last year, though the new session has the same UID.
  await star(page, "Pens 1").click();
  await star(page, "Pens 2").click();
  await page.goto("./#/agenda");
  await expect(row(page, "Pens 2")).toBeVisible();
  const day = new Date(THIS_YEAR).toISOString().slice(0, 10);
  expect(await handOver(page)).toEqual([`UID:${day}-${FIRST}`, "UID:2@yearly.example"]);
  expect(await handOver(page)).toEqual([`UID:${day}-${FIRST}`, "UID:2@yearly.example"]);
  await network.goOffline();
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page).toHaveTitle(new RegExp(`${YEARLY} \\(`));
  await expect(row(page, "Pencils 1")).toContainText("Ask for the slides.");
  await expect(row(page, "Pens 2")).toHaveCount(0);
  await page.reload();
  await expect(row(page, "Pencils 1")).toContainText("Ask for the slides.");

  const switcher = page.getByRole("group", { name: "Conferences" });
  await switcher.getByRole("button", { name: YEARLY, exact: true }).click();
  await expect(row(page, "Pens 2")).toBeVisible();
  await expect(page.getByText("is kept on this device")).toHaveCount(0);
  await expect(switcher).toHaveCount(0);

  await page.goto("./#/conferences");
  await expect(page.getByText("Kept as it was; it neither rings nor refreshes")).toBeVisible();
  await expectNothingFound(page);
  await page.getByRole("button", { name: `Remove ${last}` }).click();
  await expect(page.getByRole("heading", { name: last })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: `Show ${last}` }).click();
  await expect(row(page, "Pencils 1")).toBeVisible();
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(row(page, "Pencils 1")).toContainText("Ask for the slides.");
});

test("a new build with next year's schedule shows that; put back, last year's has its stars again", async ({
  page,
  server,
}) => {
  const sites = [
    await buildSite({ feed: yearOf("Pencils", LAST_YEAR, "Days of last year") }),
    await buildSite({ feed: yearOf("Pens", THIS_YEAR, "Days of this year") }),
  ];
  const [before = "", after = ""] = sites;
  try {
    server.root = before;
    await page.goto("./");
    await swReady(page);
    await star(page, "Pencils 1").click();
    await expect(star(page, "Pencils 1")).toHaveAttribute("aria-pressed", "true");
    server.root = after;
    await page.reload();
    await expect(row(page, "Pens 1")).toBeVisible();
    await expect(star(page, "Pens 1")).toHaveAttribute("aria-pressed", "false");
    await page.getByRole("link", { name: "Agenda" }).click();
    await expect(page.getByText("Your agenda of Days of last year is kept on this device")).toBeVisible();

    server.root = before;
    await look(page);
    await expect(row(page, "Pencils 1")).toBeVisible();
    await expect(page.getByText("is kept on this device")).toHaveCount(0);
    await page.goto("./#/conferences");
    await expect(page.getByRole("heading", { level: 2, name: "Days of last year" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Days of this year" })).toHaveCount(0);
  } finally {
    await removeSites(sites);
  }
});
