import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { buildSite, removeSites } from "./build-site";
import { test as base, expect } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { before, DAY, deviceShows, EMBEDDED, type Rung } from "./reminder-steps";
import { notifications, swReady } from "./service-worker";
import { triggerFeed, triggersAt } from "./trigger-feed";

// Two events on one origin, the path of one inside the other's: the outer service worker's scope has both.

// The sites are built once: in one worker, then.
base.describe.configure({ mode: "default" });

const INNER = "events/2027/";
const OUTER_TITLE = "Rust’s type system for data engineering";
const [TRIGGER] = triggersAt([0]) as [Rung];
const INNER_TITLE = TRIGGER.title;

let origin = "";
/** The same, the outer site being one that takes the app away. */
let killed = "";

const test = base.extend({ siteRoot: async ({ browserName: _ }, use) => use(origin) });

test.beforeAll(async () => {
  const [inner, kill] = await Promise.all([
    buildSite({ base: INNER, feed: triggerFeed([TRIGGER]) }),
    buildSite({ isKill: true }),
  ]);
  const together = async (outer: string) => {
    const folder = await mkdtemp(join(tmpdir(), "trackside-origin-"));
    await cp(outer, folder, { recursive: true });
    await cp(inner, join(folder, INNER), { recursive: true });
    // As on a host that reads none: those of the outer site would be for the inner one as well.
    await rm(join(folder, "_headers"));
    return folder;
  };
  [origin, killed] = await Promise.all([together("dist"), together(kill)]);
  await removeSites([inner, kill]);
});

test.afterAll(async () => {
  for (const folder of [origin, killed]) if (folder) await rm(folder, { recursive: true, force: true });
});

const star = (page: Page, title: string): Locator =>
  page.getByRole("button", { name: `Star ${title}`, exact: true });

/** Opens an event, stars its session, and waits until the app is on the device. */
async function starIn(page: Page, path: string, title: string, view = ""): Promise<void> {
  await page.goto(path + view);
  await star(page, title).click();
  await expect(star(page, title)).toHaveAttribute("aria-pressed", "true");
  await swReady(page);
  await expect.poll(() => scopeInCharge(page)).toBe(new URL(path, await originOf(page)).href);
}

/** Deletes everything that this event's app keeps, and waits out the undo. */
async function deleteAll(page: Page): Promise<void> {
  await page.clock.install();
  await page.reload();
  await page.getByRole("button", { name: "Delete everything on this device" }).click();
  await page.clock.runFor(11_000);
  await expect(page.getByText("Done. Nothing is kept on this device any more.")).toBeVisible();
}

const originOf = (page: Page): Promise<string> => page.evaluate(() => location.origin);

/** The scope of the service worker that answers for a page. */
const scopeInCharge = (page: Page): Promise<string> =>
  page.evaluate(() => new URL("./", navigator.serviceWorker.controller?.scriptURL ?? "about:blank").href);

/** What lies on the device, by what it is named by. */
const stored = (page: Page): Promise<{ databases: unknown[]; caches: string[]; scopes: string[] }> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    caches: (await caches.keys()).map((name) => name.slice(name.indexOf("/"))).sort(),
    scopes: (await navigator.serviceWorker.getRegistrations())
      .map(({ scope }) => new URL(scope).pathname)
      .sort(),
  }));

async function both(page: Page, context: BrowserContext): Promise<Page> {
  await starIn(page, "/", OUTER_TITLE);
  const inner = await context.newPage();
  await starIn(inner, `/${INNER}`, INNER_TITLE);
  return inner;
}

test("an event inside another's path is itself from its first visit on, and each is there offline", async ({
  page,
  context,
  network,
}) => {
  const inner = await both(page, context);
  for (const tab of [page, inner]) await expect(tab.getByRole("region", { name: "Update" })).toHaveCount(0);
  expect(await stored(inner)).toEqual({
    databases: ["trackside:/", "trackside:/events/2027/"],
    caches: ["/", "/events/2027/"],
    scopes: ["/", "/events/2027/"],
  });
  await network.goOffline();
  for (const [tab, title] of [
    [page, OUTER_TITLE],
    [inner, INNER_TITLE],
  ] as const) {
    await tab.reload();
    await expect(star(tab, title)).toHaveAttribute("aria-pressed", "true");
  }
});

test("what deletes an event's app where it has no worker of its own leaves the one around it alone", async ({
  page,
  context,
  server,
  network,
}) => {
  network.allow(/status of 500/, /bad HTTP response code/);
  await starIn(page, "/", OUTER_TITLE);
  server.modes.set(`${INNER}sw.js`, { mode: "status", status: 500 });
  const inner = await context.newPage();
  await inner.goto(`/${INNER}#/settings`);
  await deleteAll(inner);
  expect(await stored(page)).toEqual({ databases: ["trackside:/"], caches: ["/"], scopes: ["/"] });
});

test("both ring, each once, and “Delete everything” in one leaves the other whole", async ({
  page,
  context,
  server,
  network,
}) => {
  await starIn(page, "/", EMBEDDED.title, DAY);
  const inner = await context.newPage();
  const seen = await observeNotifications(page);
  await page.goto(`/?rehearse=${before(EMBEDDED.fireAt, 4)}`);
  // The inner event rings in its first visit: its page begins with the outer one's worker in charge.
  await starIn(inner, `/${INNER}`, INNER_TITLE, `?rehearse=${before(TRIGGER.fireAt, 10)}`);
  const innerTag = `/${INNER}${TRIGGER.tag}`;
  await expect
    .poll(() =>
      seen
        .shown()
        .map(({ tag }) => tag)
        .sort(),
    )
    .toEqual([innerTag, EMBEDDED.tag]);
  // Nothing rings twice; and a card is in the browser's list a moment after it was told of.
  await deviceShows(Date.now() + 1_500);
  expect(seen.shown()).toHaveLength(2);
  await seen.stop();
  expect(await notifications(page)).toMatchObject([
    { tag: EMBEDDED.tag, data: { url: `${server.url}#/session/${encodeURIComponent(EMBEDDED.uid)}` } },
  ]);
  const innerCard = {
    tag: innerTag,
    data: { url: `${server.url}${INNER}#/session/${encodeURIComponent(TRIGGER.uid)}` },
  };
  expect(await notifications(inner)).toMatchObject([innerCard]);

  await page.goto("/#/settings");
  await deleteAll(page);
  expect(await notifications(inner)).toMatchObject([innerCard]);
  expect(await stored(inner)).toEqual({
    databases: [`trackside:/${INNER}`],
    caches: [`/${INNER}`],
    scopes: [`/${INNER}`],
  });
  const keys = () => Object.keys({ ...localStorage, ...sessionStorage });
  expect((await inner.evaluate(keys)).filter((key) => !key.endsWith(`:/${INNER}`))).toEqual([]);
  await network.goOffline();
  await inner.reload();
  await expect(star(inner, INNER_TITLE)).toHaveAttribute("aria-pressed", "true");
});

test("a build that takes the app away does so at the next visit, and what the attendee has said stays", async ({
  page,
  context,
  server,
}) => {
  const inner = await both(page, context);
  const before = await stored(inner);
  await page.goto("/#/agenda");
  const loaded = page.waitForEvent("load");
  server.root = killed;
  await page.reload();
  await loaded;
  // The page that was kept, and, as its worker goes, the one of the network in its place.
  await expect
    .poll(() => stored(inner))
    .toEqual({
      databases: before.databases,
      caches: [`/${INNER}`],
      scopes: [`/${INNER}`],
    });
  await page.waitForFunction(() => navigator.serviceWorker.controller === null);
  await expect(star(page, OUTER_TITLE)).toHaveAttribute("aria-pressed", "true");
  server.requests.length = 0;
  await page.reload();
  await expect(star(page, OUTER_TITLE)).toHaveAttribute("aria-pressed", "true");
  expect(server.requests.map(({ url }) => url)).toContain("/");
  expect((await stored(inner)).scopes).toEqual([`/${INNER}`]);

  server.root = origin;
  await page.reload();
  await swReady(page);
  await expect(star(page, OUTER_TITLE)).toHaveAttribute("aria-pressed", "true");
  expect(await stored(inner)).toEqual(before);
  await expect(star(inner, INNER_TITLE)).toHaveAttribute("aria-pressed", "true");
});
