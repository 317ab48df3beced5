import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { cutInHalf, retitleAll, shiftAll, touchDtstamps } from "./edit-feed";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";

const TITLE = "Rust’s type system for data engineering";
const OPENED = new Date("2026-03-02T10:00:00Z");
const MINUTE = 60_000;

const feedOf = (server: FeedServer): Promise<string> => readFile(join(server.root, "schedule.ics"), "utf8");
const retitled = async (server: FeedServer): Promise<string> =>
  retitleAll(await feedOf(server), (summary) => `${summary} anew`);

const session = (page: Page, title: string): Locator =>
  page.getByRole("article", { name: title, exact: true });
const star = (page: Page, title: string): Locator =>
  page.getByRole("button", { name: `Star ${title}`, exact: true });
const freshness = (page: Page): Locator => page.getByRole("status", { name: "Freshness" });
const look = (page: Page): Promise<void> => page.getByRole("button", { name: "Look for changes" }).click();
const notice = (page: Page): Locator => page.getByText("The saved copy stays as it is.");
const feedRequests = (server: FeedServer): number =>
  server.requests.filter(({ url }) => url === "/schedule.ics").length;

/** Opens the schedule at ten o'clock with the page's own clock, saved and with its service worker. */
async function openAtTen(page: Page): Promise<void> {
  await page.clock.install({ time: OPENED });
  await page.goto("./");
  await swReady(page);
  await expect(freshness(page)).toHaveText("Saved 10:00");
}

test("stars survive a refresh that changes every session", async ({ page, server }) => {
  await page.goto("./");
  await star(page, TITLE).click();
  await expect(star(page, TITLE)).toHaveAttribute("aria-pressed", "true");
  await swReady(page);

  server.feed = { mode: "bytes", body: shiftAll(await retitled(server), 30) };
  await look(page);
  await expect(session(page, `${TITLE} anew`)).toContainText("09:30");
  await expect(session(page, TITLE)).toHaveCount(0);
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
  expect(await page.getByRole("button", { pressed: true }).count()).toBe(1);

  await page.reload();
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(star(page, `${TITLE} anew`)).toHaveAttribute("aria-pressed", "true");
});

interface Broken {
  readonly name: string;
  readonly feed: (feed: string) => FeedServer["feed"];
  /** What the page says; null where "offline" is the whole story. */
  readonly sentence: RegExp | null;
}

const BROKEN: readonly Broken[] = [
  { name: "a login page", feed: () => ({ mode: "html" }), sentence: /web page, not a calendar/ },
  {
    name: "a redirect to a login page",
    feed: () => ({ mode: "redirect-portal" }),
    sentence: /web page, not a calendar/,
  },
  { name: "an empty file", feed: () => ({ mode: "bytes", body: "" }), sentence: /The file is empty\./ },
  {
    name: "a calendar without sessions",
    feed: () => ({ mode: "bytes", body: "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n" }),
    sentence: /holds no session/,
  },
  {
    name: "half of the file",
    feed: (feed) => ({ mode: "bytes", body: cutInHalf(feed) }),
    sentence: /The schedule arrived cut off\./,
  },
  {
    name: "a download that breaks off",
    feed: () => ({ mode: "cut", bytes: 9_000, abrupt: true }),
    sentence: null,
  },
  {
    name: "an error of the server",
    feed: () => ({ mode: "status", status: 500 }),
    sentence: /The server answered 500\./,
  },
  { name: "silence", feed: () => ({ mode: "stall" }), sentence: null },
];

for (const { name, feed, sentence } of BROKEN) {
  test(`${name} in place of the feed: schedule, stars and the time it was saved stay`, async ({
    page,
    server,
    network,
  }) => {
    network.allow(/Failed to load resource: (the server responded with a status of 500|net::ERR_)/);
    await openAtTen(page);
    await star(page, TITLE).click();
    const before = await page.getByRole("article").allInnerTexts();
    expect(before).toHaveLength(9);

    await page.clock.fastForward(45 * MINUTE);
    const broken = feed(await feedOf(server));
    const tryAndFail = async (attempt: () => Promise<unknown>): Promise<void> => {
      server.feed = broken;
      const asked = feedRequests(server);
      await attempt();
      await expect.poll(() => feedRequests(server)).toBe(asked + 1);
      if (broken.mode === "stall") await page.clock.fastForward(15_000);
    };
    await tryAndFail(() => look(page));
    await expect(freshness(page)).toHaveText("Saved 10:00 · offline");
    if (sentence) await expect(notice(page)).toHaveText(sentence);
    else await expect(notice(page)).toHaveCount(0);
    expect(await page.getByRole("article").allInnerTexts()).toEqual(before);
    await expect(star(page, TITLE)).toHaveAttribute("aria-pressed", "true");

    server.feed = { mode: "file" };
    await look(page);
    await expect(freshness(page)).toHaveText("Saved 10:45");
    await expect(notice(page)).toHaveCount(0);

    await tryAndFail(() => page.reload());
    await expect(freshness(page)).toHaveText("Saved 10:45 · offline");
    expect(await page.getByRole("article").allInnerTexts()).toEqual(before);
    await expect(star(page, TITLE)).toHaveAttribute("aria-pressed", "true");
  });
}

test.describe("a file that changed on the server is seen", () => {
  const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    "on reload": (page) => page.reload(),
    "on a press of “Look for changes”": look,
    "when the window has the focus again": (page) => page.evaluate(() => dispatchEvent(new Event("focus"))),
    "when the page is seen again": (page) =>
      page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))),
  };
  for (const [name, comeBack] of Object.entries(ways)) {
    test(name, async ({ page, server }) => {
      await openAtTen(page);
      await page.clock.fastForward(11_000);
      server.feed = { mode: "bytes", body: await retitled(server) };
      await comeBack(page);
      await expect(session(page, `${TITLE} anew`)).toBeVisible();
      await expect(freshness(page)).toHaveText("Saved 10:00");
    });
  }

  test("as soon as the network is back", async ({ page, server, network }) => {
    await openAtTen(page);
    await network.goOffline();
    await expect(freshness(page)).toHaveText("Saved 10:00 · offline");
    await page.clock.fastForward(5 * MINUTE);
    await look(page);
    await expect(notice(page)).toHaveCount(0);
    server.feed = { mode: "bytes", body: await retitled(server) };
    await network.goOnline();
    await expect(session(page, `${TITLE} anew`)).toBeVisible();
    await expect(freshness(page)).toHaveText("Saved 10:05");
  });
});

test("new time stamps alone change nothing but the freshness", async ({ page, server }) => {
  await openAtTen(page);
  await page.clock.fastForward(20 * MINUTE);
  await expect(page.getByRole("article")).toHaveCount(9);
  await page.evaluate(() => {
    const main = document.querySelector("main") as HTMLElement;
    const seen = (window as unknown as { seen: string[] }).seen ?? [];
    (window as unknown as { seen: string[] }).seen = seen;
    new MutationObserver((changes) => seen.push(...changes.map(({ type }) => type))).observe(main, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  server.feed = { mode: "bytes", body: touchDtstamps(await feedOf(server)) };
  await look(page);
  await expect(freshness(page)).toHaveText("Saved 10:20");
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([]);
});

test("the refresh asks the server, not the service worker's cache, and conditionally", async ({
  page,
  server,
}) => {
  await openAtTen(page);
  await page.clock.fastForward(20 * MINUTE);
  await page.reload();
  await expect(freshness(page)).toHaveText("Saved 10:20");
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  await page.clock.fastForward(20 * MINUTE);
  server.requests.length = 0;
  await look(page);
  await expect(freshness(page)).toHaveText("Saved 10:40");
  // The browser looks for a newer service worker after a reload, at a moment of its own choice.
  const asked = server.requests.filter(({ url }) => url !== "/sw.js");
  expect(asked).toEqual([{ method: "GET", url: "/schedule.ics", status: 304 }]);
});

for (const { name, feed, sentence } of BROKEN.filter(({ name }) => !/half|breaks|silence/.test(name))) {
  test(`a first visit that gets ${name} at the feed's address shows the copy that came with the app`, async ({
    page,
    server,
    network,
  }) => {
    network.allow(/Failed to load resource: the server responded with a status of 500/);
    server.feed = feed(await feedOf(server));
    await page.goto("./");
    await expect(page.getByRole("article")).toHaveCount(9);
    await expect(freshness(page)).toHaveText(/^Saved .*offline$/);
    server.feed = { mode: "file" };
    await page.getByRole("button", { name: "Look for changes" }).click();
    await expect(freshness(page)).toHaveText(/^Saved \d\d:\d\d$/);
  });

  test(`a first visit that gets ${name} for every schedule: the reason, and a second try that works`, async ({
    page,
    server,
    network,
  }) => {
    // The service worker cannot install either while one of its files cannot be had.
    network.allow(
      /Failed to load resource: the server responded with a status of 500/,
      /was answered with 500/,
    );
    server.feed = feed(await feedOf(server));
    const embedded = /content="\/(assets\/embedded-[^"]+)"/.exec(
      readFileSync("dist/index.html", "utf8"),
    )?.[1];
    server.modes.set(embedded ?? "", server.feed);
    await page.goto("./");
    await expect(page.getByRole("heading", { name: "No schedule yet" })).toBeVisible();
    await expect(page.getByText("It is needed once")).toHaveText(sentence as RegExp);
    await expect(page.getByRole("article")).toHaveCount(0);
    await page.locator("h1").evaluate((heading) => heading.setAttribute("data-first-try", ""));
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("h1:not([data-first-try])")).toHaveText("No schedule yet");
    server.feed = { mode: "file" };
    server.modes.clear();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(session(page, TITLE)).toBeVisible();
    await expect(freshness(page)).toHaveText(/^Saved \d\d:\d\d$/);
  });
}
