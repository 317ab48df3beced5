import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
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

test("a feed that allows other origins is asked for itself, and where it is gone the schedule stays", async ({
  page,
  server,
  network,
}) => {
  const asked: string[] = [];
  const feeds = createServer((request, response) => {
    asked.push(request.headers.origin ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end(feedOf([{ title: "From its own server" }, { title: TITLE }]));
  });
  await new Promise<void>((done) => feeds.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(feeds.address() as AddressInfo).port}`;
  // The build takes encrypted addresses alone, and has asked them: what it writes is written here.
  const files = ["index.html", "_headers"].map((name) => join(site, name));
  const built = await Promise.all(files.map((file) => readFile(file, "utf8")));
  for (const [index, file] of files.entries()) {
    const text = (built[index] ?? "")
      .replace("&#34;feedOrigins&#34;:[]", `$&,&#34;feed&#34;:&#34;${origin}/x.ics&#34;`)
      .replace(/connect-src (&#39;|')self(&#39;|')/, `$& ${origin}`);
    expect(text).toContain(`self&#39; ${origin}`.replaceAll("&#39;", file.endsWith("html") ? "&#39;" : "'"));
    await writeFile(file, text);
  }
  network.allowOrigin(origin);
  try {
    await page.goto("./");
    await expect(page.getByRole("article", { name: "From its own server" })).toBeVisible();
    expect(asked).toEqual([server.origin]);
    expect(server.requests.filter(({ url }) => url.endsWith("/schedule.ics"))).toEqual([]);
    feeds.closeAllConnections();
    await new Promise((done) => feeds.close(done));
    network.allow(/ERR_CONNECTION_REFUSED|Failed to load resource/);
    await page.reload();
    await expect(page.getByRole("status", { name: "Freshness" })).toContainText("offline");
    await expect(page.getByRole("article", { name: "From its own server" })).toBeVisible();
  } finally {
    for (const [index, file] of files.entries()) await writeFile(file, built[index] ?? "");
    feeds.close();
  }
});
