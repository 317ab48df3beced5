import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { buildSite, removeSites } from "./build-site";
import { test as base, expect } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { before, DAY, deviceShows, EMBEDDED } from "./reminder-steps";
import { notifications, swReady } from "./service-worker";

// The sites are built once: in one worker, then.
base.describe.configure({ mode: "default" });

const TITLE = "Rust’s type system for data engineering";
const BASES = ["events/2026", "events/2027"];

let origin = "";

/** Two events on one origin, as a host with one folder for each has them. */
const test = base.extend({ siteRoot: async ({ browserName: _ }, use) => use(origin) });

test.beforeAll(async () => {
  origin = await mkdtemp(join(tmpdir(), "trackside-origin-"));
  await Promise.all(
    BASES.map(async (path) => {
      const site = await buildSite({ base: path });
      await mkdir(join(origin, path), { recursive: true });
      await cp(site, join(origin, path), { recursive: true });
      await removeSites([site]);
    }),
  );
});

test.afterAll(() => rm(origin, { recursive: true, force: true }));

const star = (page: Page): Locator => page.getByRole("button", { name: `Star ${TITLE}`, exact: true });

const stored = (page: Page): Promise<{ databases: unknown[]; caches: string[]; scopes: string[] }> =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
    caches: (await caches.keys()).sort(),
    scopes: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
  }));

test("under a path of its own the app works, offline too, and everything is named by the path", async ({
  page,
  server,
  network,
}) => {
  await page.goto("events/2027/");
  await expect(page.getByRole("article")).toHaveCount(9);
  await swReady(page);
  await star(page).click();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  expect(await stored(page)).toEqual({
    databases: ["trackside:/events/2027/"],
    caches: [expect.stringContaining("/events/2027/")],
    scopes: [`${server.url}events/2027/`],
  });
  const manifest = JSON.parse(await readFile(join(origin, "events/2027/manifest.webmanifest"), "utf8"));
  expect(manifest).toMatchObject({
    id: "/events/2027/",
    scope: "/events/2027/",
    start_url: "/events/2027/",
    shortcuts: [{ url: "/events/2027/#/agenda" }, { url: "/events/2027/#/reminders" }],
  });
  for (const { src } of [...manifest.icons, ...manifest.screenshots] as { src: string }[]) {
    expect(new URL(src, `${server.url}events/2027/manifest.webmanifest`).pathname).toMatch(
      /^\/events\/2027\//,
    );
  }

  await network.goOffline();
  await page.goto("events/2027/#/agenda");
  await page.reload();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: TITLE }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(TITLE);
  await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Saved .*offline$/);
});

test("two events on one origin share nothing", async ({ page, context, server, network }) => {
  await page.goto("events/2026/");
  await star(page).click();
  await expect(star(page)).toHaveAttribute("aria-pressed", "true");
  await swReady(page);
  const other = await context.newPage();
  await other.goto("events/2027/");
  await swReady(other);
  await expect(star(other)).toHaveAttribute("aria-pressed", "false");
  await other.getByRole("link", { name: "Agenda" }).click();
  await expect(other.getByText(/^Nothing starred/)).toBeVisible();
  expect(await stored(other)).toMatchObject({
    databases: ["trackside:/events/2026/", "trackside:/events/2027/"],
    scopes: [`${server.url}events/2026/`, `${server.url}events/2027/`],
  });

  // A refresh of one leaves the other as it is, and each is there without the network.
  await other.getByRole("button", { name: "Look for changes" }).click();
  await network.goOffline();
  for (const [tab, pressed] of [
    [page, "true"],
    [other, "false"],
  ] as const) {
    await tab.goto(tab === page ? "events/2026/" : "events/2027/");
    await tab.reload();
    await expect(star(tab)).toHaveAttribute("aria-pressed", pressed);
  }
});

test("two events with the same sessions both ring, and no card takes the other's place", async ({
  page,
  context,
  server,
}) => {
  const tabs = [page, await context.newPage()] as const;
  const seen = await observeNotifications(page);
  for (const [index, tab] of tabs.entries()) {
    await tab.goto(`${BASES[index]}/${DAY}`);
    await tab.getByRole("button", { name: `Star ${EMBEDDED.title}`, exact: true }).click();
    await swReady(tab);
    await tab.goto(`${BASES[index]}/?rehearse=${before(EMBEDDED.fireAt, 3)}`);
  }
  const tags = BASES.map((path) => `/${path}/${EMBEDDED.tag}`);
  await expect
    .poll(() =>
      seen
        .shown()
        .map(({ tag }) => tag)
        .sort(),
    )
    .toEqual(tags);
  // A card is in the browser's list a moment after it was told of.
  await deviceShows(Date.now() + 500);
  await seen.stop();
  for (const [index, tab] of tabs.entries()) {
    const url = `${server.url}${BASES[index]}/#/session/${encodeURIComponent(EMBEDDED.uid)}`;
    expect(await notifications(tab)).toMatchObject([{ tag: tags[index], data: { url } }]);
  }
});
