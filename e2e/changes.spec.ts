import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { cancelSession, moveRoom, moveSession, removeSession } from "./edit-feed";
import { yearOf } from "./edition-feed";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { DAY, EMBEDDED, FEED, HIRING, openApp, PORTABLE, star, TYPES } from "./reminder-steps";

const EVENING = "2026-04-17T14:00:00Z";

const line = (page: Page) => page.getByRole("status", { name: "Changes" });
const message = (page: Page) => page.getByRole("status", { name: "Message" });
const freshness = (page: Page) => page.getByRole("status", { name: "Freshness" });
const row = (page: Page, { title }: { readonly title: string }) =>
  page.getByRole("article", { name: title, exact: true });
const look = (page: Page) => page.getByRole("button", { name: "Look for changes" }).click();
const feedRequests = (server: FeedServer): number =>
  server.requests.filter(({ url }) => url === "/schedule.ics").length;
const serve = (server: FeedServer, body: string): void => {
  server.feed = { mode: "bytes", body };
};

/** The evening before, with two stars. */
async function openStarred(page: Page): Promise<void> {
  await openApp(page);
  for (const session of [EMBEDDED, TYPES]) await star(page, session);
  await rehearse(page, EVENING, DAY);
}

test("changes are told once: in a line with the stars first, on their rows, and each in words", async ({
  page,
  server,
}) => {
  await openStarred(page);
  await expect(line(page)).toHaveText("");
  serve(server, moveRoom(moveSession(FEED, EMBEDDED.uid, 30), PORTABLE.uid, "Audi 2"));
  await look(page);
  await expect(line(page)).toHaveText("Starred: 1 of 2 changes since you last looked");
  await expect(row(page, EMBEDDED)).toContainText("Moved");
  await expect(row(page, PORTABLE)).toContainText("New room");
  await expect(row(page, TYPES)).not.toContainText(/Moved|New room/);
  await expectNothingFound(page);

  // They are there without a network and after a reload, until they are looked at.
  await page.reload();
  await line(page).getByRole("link").click();
  const told = page.getByRole("region", { name: "Changes since you last looked" }).getByRole("listitem");
  await expect(told).toHaveCount(2);
  await expect(told.first()).toContainText(EMBEDDED.title);
  await expect(told.first()).toContainText("Moved from 14:15 to 14:45");
  await expect(told.first()).toContainText("Starred");
  await expect(told.last()).toContainText("Now in Audi 2");
  await expectNothingFound(page);
  await told.first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: EMBEDDED.title })).toBeVisible();

  await page.goto(`./${DAY}`);
  await expect(line(page)).toHaveText("");
  await expect(row(page, EMBEDDED)).not.toContainText("Moved");
  await page.goto("./#/changes");
  await expect(page.getByText("Nothing has changed since you last looked.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Earlier" }).getByRole("listitem")).toHaveCount(2);
});

test("a starred session that is gone stays in the agenda, struck through, with its page, and rings no more", async ({
  page,
  server,
  network,
}) => {
  await openStarred(page);
  serve(server, removeSession(FEED, TYPES.uid));
  await look(page);
  await expect(row(page, TYPES)).toHaveCount(0);
  await network.goOffline();
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(row(page, TYPES)).toContainText("No longer in the schedule");
  await expect(row(page, TYPES).getByRole("heading")).toHaveCSS("text-decoration-line", "line-through");
  await row(page, TYPES).getByRole("link").click();
  await expect(page.getByText("This session is no longer in the schedule. It will not ring.")).toBeVisible();
  await expect(page.locator(".prose")).not.toBeEmpty();
  await expectNothingFound(page);
  await page.goto("./#/reminders");
  await expect(page.getByRole("region", { name: "Armed" })).toContainText(EMBEDDED.title);
  await expect(page.getByRole("region", { name: "Armed" })).not.toContainText(TYPES.title);
});

test("a schedule that is another conference's is held back, and shown when the attendee says so", async ({
  page,
  server,
}) => {
  await openStarred(page);
  const asked = page.getByRole("alert").filter({ hasText: "The saved copy stays as it is." });
  // It lies before the saved one: no next edition, which would be nothing to ask about.
  const before = Date.UTC(2020, 4, 21);
  serve(server, yearOf("Pens", before));
  await look(page);
  await expect(asked).toContainText("What arrived is another conference’s schedule");
  await expect(freshness(page)).not.toContainText("offline");
  await expectNothingFound(page);
  await asked.getByRole("button", { name: "Keep the saved one" }).click();
  await expect(asked).toHaveCount(0);
  await look(page);
  await expect(message(page)).toContainText("The saved copy stays.");
  await expect(asked).toHaveCount(0);
  await expect(row(page, EMBEDDED)).toBeVisible();

  serve(server, yearOf("Ink", before));
  await look(page);
  await asked.getByRole("button", { name: "Show the new schedule" }).click();
  await expect(row(page, { title: "Ink 1" })).toBeVisible();
  await expect(asked).toHaveCount(0);
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByText("is kept on this device, with its notes.")).toBeVisible();
  await expect(row(page, EMBEDDED)).toHaveCount(0);

  // Into an agenda in which nothing stands the one of before comes back by itself.
  serve(server, FEED);
  await look(page);
  await expect(row(page, EMBEDDED)).toBeVisible();
  await expect(row(page, EMBEDDED)).not.toContainText("No longer in the schedule");
  await expect(row(page, TYPES)).toBeVisible();
});

test("a look that lasts can be stopped, and nothing is held against the network", async ({
  page,
  server,
  network,
}) => {
  network.allow(/net::ERR_ABORTED/);
  await openApp(page);
  await expect(freshness(page)).toHaveText(/^Saved \d\d:\d\d$/);
  server.feed = { mode: "stall" };
  await look(page);
  await page.getByRole("button", { name: "Stop looking" }).click();
  await expect(message(page)).toContainText("Stopped. The saved copy stays.");
  await expect(freshness(page)).toHaveText(/^Saved \d\d:\d\d$/);
  server.feed = { mode: "file" };
  await look(page);
  await expect(message(page)).toContainText("Nothing has changed.");
});

test("of two tabs one asks, and both show what came", async ({ page, context, server }) => {
  await openApp(page);
  const other = await context.newPage();
  await other.goto(`./${DAY}`);
  await expect(freshness(other)).toHaveText(/^Saved \d\d:\d\d$/);
  // Longer than what must lie between two looks.
  await new Promise((done) => setTimeout(done, 10_500));
  server.feed = { mode: "slow", ms: 700, body: moveSession(FEED, HIRING.uid, 5) };
  const before = feedRequests(server);
  await Promise.all([page, other].map((tab) => tab.evaluate(() => dispatchEvent(new Event("focus")))));
  for (const tab of [page, other]) await expect(line(tab)).toContainText("1 change since you last looked");
  await new Promise((done) => setTimeout(done, 1_000));
  expect(feedRequests(server)).toBe(before + 1);
});

test("a schedule that the server has not touched is not read again", async ({ page, server }) => {
  await openApp(page);
  await look(page);
  await expect(message(page)).toContainText("Nothing has changed.");
  const readers: string[] = [];
  page.on("worker", (worker) => readers.push(worker.url()));
  server.requests.length = 0;
  await page.waitForTimeout(1_000);
  await look(page);
  await expect.poll(() => server.requests.map(({ status }) => status)).toContain(304);
  await expect(freshness(page)).toHaveText(/^Saved \d\d:\d\d$/);
  expect(readers.filter((url) => url.includes("feed.worker"))).toEqual([]);
});

test("who wants to be told of changed stars is told: in the page that is looked at, else by a card, once", async ({
  page,
  server,
}) => {
  await openStarred(page);
  await page.goto("./#/reminders");
  await page.getByRole("checkbox", { name: "Tell me when a starred session changes" }).check();
  const cards = await observeNotifications(page);
  const back = () => page.evaluate(() => dispatchEvent(new Event("online")));
  serve(server, moveSession(FEED, EMBEDDED.uid, 30));
  await back();
  await expect(message(page)).toContainText(`${EMBEDDED.title}: Moved from 14:15 to 14:45`);
  expect(cards.shown()).toEqual([]);

  await page.evaluate(() =>
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true }),
  );
  serve(server, cancelSession(moveSession(FEED, EMBEDDED.uid, 45), TYPES.uid));
  await back();
  await expect.poll(() => cards.shown().length).toBe(2);
  expect(cards.shown().map(({ tag, title, body }) => ({ tag, title, body }))).toEqual([
    { tag: `change:${EMBEDDED.uid}`, title: EMBEDDED.title, body: "Moved from 14:45 to 15:00" },
    { tag: `change:${TYPES.uid}`, title: TYPES.title, body: "Cancelled" },
  ]);
  await back();
  await page.reload();
  await page.waitForTimeout(1_500);
  expect(cards.shown()).toHaveLength(2);
});
