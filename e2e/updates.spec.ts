import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { buildSite, nextVersion, removeSites } from "./build-site";
import { retitleAll } from "./edit-feed";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import { swReady } from "./service-worker";

// The sites are built once: in one worker, then.
test.describe.configure({ mode: "default" });

const TITLE = "Rust’s type system for data engineering";
const HOUR = 3_600_000;

let changedFeed = "";
let changedCode = "";

test.beforeAll(async () => {
  const feed = await readFile("public/schedule.ics", "utf8");
  changedFeed = await buildSite({ feed: retitleAll(feed, (summary) => `${summary} anew`) });
  changedCode = await nextVersion("dist");
});

test.afterAll(() => removeSites([changedFeed, changedCode].filter((site) => site !== "")));

const offer = (page: Page): Locator => page.getByRole("region", { name: "Update" });
const star = (page: Page, title = TITLE): Locator =>
  page.getByRole("button", { name: `Star ${title}`, exact: true });
const accept = (page: Page): Promise<void> => offer(page).getByRole("button", { name: "Update now" }).click();

/** The page runs the code of `nextVersion`, or still that of the first version. */
const expectVersion = (page: Page, version: "first" | "next"): Promise<void> => {
  const styles = expect(page.locator("head style"));
  return version === "next"
    ? styles.toHaveAttribute("data-file", /-v2\w+/)
    : styles.not.toHaveAttribute("data-file", /-v2\w+/);
};

/** The service worker that serves the page and those that wait, by the version of their code. */
const workers = (page: Page): Promise<{ active: string; waiting: boolean }> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const ask = (worker: ServiceWorker): Promise<string> =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event: MessageEvent<string>) => done(event.data);
        worker.postMessage({ type: "version" }, [port2]);
      });
    const active = registration?.active ? await ask(registration.active) : "";
    return { active, waiting: !!registration?.waiting };
  });

/** Opens the first version, stars a session, and waits until all of it is on the device. */
async function visit(page: Page): Promise<void> {
  await page.goto("./");
  await star(page).click();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await swReady(page);
  await page.reload();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
}

/** Puts a new version on the server and opens the page again: it is offered. */
async function deployAndReload(page: Page, server: FeedServer): Promise<void> {
  server.root = changedCode;
  await page.reload();
  await expect(offer(page)).toContainText("A newer version of this app is ready.");
}

test("a build that differs in the feed alone is taken in silence, and its feed is shown", async ({
  page,
  server,
}) => {
  await visit(page);
  const before = await workers(page);
  const changes = page.evaluate(
    () =>
      new Promise<void>((done) => {
        navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
      }),
  );
  server.root = changedFeed;
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await changes;
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
  expect(await workers(page)).toEqual({ active: before.active, waiting: false });
  await expect(offer(page)).toHaveCount(0);

  await page.reload();
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
  await expect(offer(page)).toHaveCount(0);
});

test("a feed that differs at the next visit brings no offer either", async ({ page, server }) => {
  await visit(page);
  server.root = changedFeed;
  server.requests.length = 0;
  await page.reload();
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
  await expect
    .poll(() => server.requests.map(({ url }) => url).filter((url) => /index\.html/.test(url)).length)
    .toBe(1);
  await expect.poll(async () => (await workers(page)).waiting).toBe(false);
  await expect(offer(page)).toHaveCount(0);
});

test("new code is offered, changes nothing until it is accepted, and keeps the stars", async ({
  page,
  server,
}) => {
  await visit(page);
  const { active } = await workers(page);
  await deployAndReload(page, server);
  await expectVersion(page, "first");
  expect(await workers(page)).toEqual({ active, waiting: true });
  await page.reload();
  await expect(offer(page)).toBeVisible();
  await expectVersion(page, "first");

  const loads: string[] = [];
  page.on("load", () => loads.push(page.url()));
  await accept(page);
  await expectVersion(page, "next");
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await expect(offer(page)).toHaveCount(0);
  const after = await workers(page);
  expect(after.waiting).toBe(false);
  expect(after.active).not.toBe(active);
  expect(loads).toHaveLength(1);
});

test("“Later” is heard: no further offer in this page, and the old version goes on", async ({
  page,
  server,
}) => {
  await page.clock.install();
  await visit(page);
  await deployAndReload(page, server);
  await offer(page).getByRole("button", { name: "Later" }).click();
  await expect(offer(page)).toHaveCount(0);

  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("heading", { name: "Agenda" })).toBeVisible();
  await page.clock.fastForward(2 * HOUR);
  server.requests.length = 0;
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(() => server.requests.map(({ url }) => url)).toContain("/sw.js");
  await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
  await page.clock.runFor(10_000);
  await expect(offer(page)).toHaveCount(0);
  await expectVersion(page, "first");

  await page.reload();
  await expect(offer(page)).toBeVisible();
});

test("refused for a week, an update does no harm: the old version refreshes and rings, and is left with all its rows", async ({
  page,
  server,
}) => {
  await visit(page);
  const { active } = await workers(page);
  await deployAndReload(page, server);
  const refuse = async () => {
    await offer(page).getByRole("button", { name: "Later" }).click();
    await expect(offer(page)).toHaveCount(0);
  };
  await refuse();
  for (const day of [11, 12, 13, 14, 15, 16]) {
    await rehearse(page, `2026-04-${day}T09:00:00Z`);
    await refuse();
    if (day === 13) server.feed = { mode: "bytes", body: await readFile(`${changedFeed}/schedule.ics`) };
    if (day > 13) await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
    await expectVersion(page, "first");
    expect(await workers(page)).toEqual({ active, waiting: true });
  }
  const seen = await observeNotifications(page);
  await rehearse(page, "2026-04-17T03:24:55Z");
  await refuse();
  await expect.poll(() => seen.shown().map(({ title }) => title)).toEqual([`${TITLE} anew`]);

  await page.reload();
  await accept(page);
  await expectVersion(page, "next");
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("region", { name: "Rehearsal" })).toBeVisible();
  expect((await workers(page)).active).not.toBe(active);
  // What had rung has rung: the new version knows it.
  expect(seen.shown()).toHaveLength(1);
  await seen.stop();
});

test("a second open tab survives that the first one updates", async ({ page, context, server, network }) => {
  // The code of the old version, which the second tab asks for in vain.
  network.allow(/Failed to load resource: the server responded with a status of 404/);
  await visit(page);
  const second = await context.newPage();
  await second.goto("./#/day/2026-04-18");
  await expect(second.getByRole("article")).toHaveCount(18);
  await page.bringToFront();
  await deployAndReload(page, server);
  await accept(page);
  await expectVersion(page, "next");

  // The second tab goes on, also where it needs code that it had not loaded and that is nowhere any more.
  await second.bringToFront();
  await expect(offer(second)).toBeVisible();
  await (await context.newCDPSession(second)).send("Network.clearBrowserCache");
  await expect(second.getByRole("article")).toHaveCount(18);
  await second.getByRole("link", { name: "From types to trust: safer API designs in Rust" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(
    "From types to trust: safer API designs in Rust",
  );
  await second.getByRole("link", { name: "Agenda" }).click();
  await expect(star(second)).toHaveAttribute("aria-pressed", "true");
});
