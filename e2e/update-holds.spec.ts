import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { buildSite, nextVersion, removeSites } from "./build-site";
import { retitleAll } from "./edit-feed";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import {
  before,
  DAY,
  deviceShows,
  EMBEDDED,
  onTime,
  openApp,
  openRaw,
  rehearseRaw,
  star,
  talkTo,
  wellPast,
} from "./reminder-steps";

// A worker that waits for a reminder is busy, and the browser lets no other take its place.

// The sites are built once: in one worker, then.
test.describe.configure({ mode: "default" });

let changedFeed = "";
let changedCode = "";

test.beforeAll(async () => {
  const feed = await readFile("public/schedule.ics", "utf8");
  // Sessions that are not starred: the reminder stays what it is.
  changedFeed = await buildSite({
    feed: retitleAll(feed, (title) => (title === "Lunch" ? "Late lunch" : title)),
  });
  changedCode = await nextVersion("dist");
});

test.afterAll(() => removeSites([changedFeed, changedCode].filter((site) => site !== "")));

const offer = (page: Page) => page.getByRole("region", { name: "Update" });

/** Opens the app a while before a reminder, and again: as the first page was left, its worker began to wait. */
async function openWhileHeld(page: Page, seconds: number): Promise<void> {
  await openApp(page);
  await star(page, EMBEDDED);
  await rehearse(page, before(EMBEDDED.fireAt, seconds), DAY);
  await page.reload();
  await expect(page.getByRole("region", { name: "Rehearsal" })).toBeVisible();
}

test("an update is taken at once, also while a reminder is near", async ({ page, server }) => {
  await openWhileHeld(page, 120);
  server.root = changedCode;
  await page.reload();
  await offer(page).getByRole("button", { name: "Update now" }).click();
  await expect(page.locator("head style")).toHaveAttribute("data-file", /-v2\w+/);
  await expect(offer(page)).toHaveCount(0);
});

test("an update that is held up says so, and may be asked for again", async ({ page, server }) => {
  await page.clock.install();
  await openApp(page);
  server.root = changedCode;
  await page.reload();
  await expect(offer(page)).toBeVisible();
  // Nothing that the page says arrives.
  await page.evaluate(() => {
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = () => undefined;
    Object.assign(window, { speakAgain: () => Object.assign(ServiceWorker.prototype, { postMessage }) });
  });
  await offer(page).getByRole("button", { name: "Update now" }).click();
  const updating = offer(page).getByRole("button", { name: "Updating…" });
  await expect(updating).toBeDisabled();
  await page.clock.fastForward(16_000);
  await expect(updating).toHaveCount(0);
  await page.evaluate(() => (window as unknown as { speakAgain(): void }).speakAgain());
  await offer(page).getByRole("button", { name: "Update now" }).click();
  await expect(page.locator("head style")).toHaveAttribute("data-file", /-v2\w+/);
});

test("the worker that takes over in silence goes on waiting for the reminder", async ({
  startRaw,
  server,
}) => {
  const raw = await startRaw();
  const tab = await openRaw(raw, server.url, [EMBEDDED]);
  await raw.recordNotifications();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 20));
  await raw.openTab("about:blank");
  await raw.waitFor(tab, () => document.visibilityState === "hidden");
  server.root = changedFeed;
  await raw.evaluate(tab, () => {
    navigator.serviceWorker.addEventListener("controllerchange", () => (document.title = "taken"));
    void navigator.serviceWorker.getRegistration().then((registration) => registration?.update());
  });
  await raw.waitFor(tab, () => document.title === "taken");
  // The page is gone without a word to the new worker.
  const page = await talkTo(raw, tab);
  void page.send("Page.crash").catch(() => undefined);
  expect(Date.now(), "crashed in time").toBeLessThan(EMBEDDED.fireAt - offset);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  onTime("after an update in silence", await raw.shownNotifications(), [EMBEDDED], offset);
});
