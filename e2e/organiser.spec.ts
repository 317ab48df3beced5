import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { buildSite, removeSites } from "./build-site";
import { feedOf } from "./feed-of";
import { test as base, expect } from "./fixtures";
import { swReady } from "./service-worker";

base.describe.configure({ mode: "default" });

const TITLE = "Lines without end";
let site = "";

const test = base.extend({
  siteRoot: async ({ browserName: _ }, use) => use(site),
  siteBase: async ({ browserName: _ }, use) => use("/events/2030/"),
});

test.beforeAll(async () => {
  site = await buildSite({
    base: "events/2030",
    feed: feedOf([
      { title: TITLE, location: "Room 1", description: "# As *written*" },
      { title: "Other lines", location: "Room 2" },
    ]),
    organiser: {
      name: "Pencil Days 2030",
      shortName: "Pencils",
      logo: "icon.svg",
      colours: { signal: "#8a1f6b", rooms: ["#0b4f8a"], paper: { light: "#fff8f0", dark: "#101010" } },
      timeZone: "Europe/Oslo",
      leadMinutes: 15,
      languages: ["en", "hi"],
      descriptionFormat: "plain",
    },
  });
});

test.afterAll(() => removeSites([site]));

const cardsOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title }) => title);
  });

test("a site looks, speaks and rings as its conference.json says, offline too", async ({ page, network }) => {
  // 09:00 UTC is 11:00 in the zone that the organiser names.
  await page.goto("?rehearse=2030-05-21T08:44:40Z");
  const masthead = page.getByRole("banner");
  await expect(masthead.getByRole("link", { name: "Pencil Days 2030" })).toBeVisible();
  await swReady(page);
  await network.goOffline();
  await page.reload();
  const logo = masthead.locator(".name img");
  await expect.poll(() => logo.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator("html")).toHaveCSS("background-color", "rgb(255, 248, 240)");
  await expect(page.getByRole("article", { name: TITLE })).toContainText("11:00");
  await page.getByRole("button", { name: `Star ${TITLE}` }).click();
  await expect.poll(() => cardsOf(page), { timeout: 40_000 }).toEqual([TITLE]);
  await page.getByRole("link", { name: TITLE, exact: true }).click();
  await expect(page.getByText("# As *written*")).toBeVisible();
  await page.goto("#/settings");
  const language = page.getByRole("group", { name: "Language" });
  await expect(language.getByRole("radio")).toHaveCount(3);
  const manifest = JSON.parse(await readFile(join(site, "manifest.webmanifest"), "utf8"));
  expect(manifest).toMatchObject({ short_name: "Pencils", theme_color: "#fff8f0", name: "Pencil Days 2030" });
});
