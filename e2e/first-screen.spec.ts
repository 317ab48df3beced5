import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { moveRoom } from "./edit-feed";
import { expect, test } from "./fixtures";
import { holdBack } from "./hold-back";
import { expectNoShift, noteShifts, takeShifts } from "./layout-shift";
import { swReady } from "./service-worker";

const FEED = readFileSync("public/schedule.ics", "utf8");
const FIRST = "session/7Z6pxES2kvTcTc1TFk5K8Q@hasgeek.com";

/** Keeps the app's own code back until it is called: what is seen until then came with the page. */
const holdApp = (page: Page) => holdBack(page, "**/assets/index-*.js");

/** Notes in each frame which titles of the page's own first screen are seen, from the next load on. */
async function noteFirst(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    let seen = 0;
    const look = (): void => {
      const rows = [...document.querySelectorAll("#first article")];
      if (rows.some((row) => row.getClientRects().length > 0)) seen += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { framesOfFirst: () => seen });
  });
  return () => page.evaluate(() => (window as unknown as { framesOfFirst: () => number }).framesOfFirst());
}

/** Where everything stands that a reader sees. */
const places = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        ".masthead .name, .freshness, .nav-bar a, .day-tabs a, .day-head h1, .day-head p, .stage, .first-steps li, article, article .title, article .star, article .facts",
      ),
    ]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${element.className} ${[x, y, width, height].map(Math.round).join(" ")}`;
      }),
  );

const app = (page: Page) => page.locator("#app article").first();
const rows = (page: Page) => page.getByRole("article");

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("the schedule can be read: the first day, and the others below it", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Friday 17 April");
    await expect(rows(page)).toHaveCount(27);
    const row = page.getByRole("article", { name: "Rust’s type system for data engineering" });
    await expect(row).toContainText("09:00");
    await expect(row).toContainText("e6data 3rd floor");
    await expect(page.getByRole("heading", { level: 2, name: "Saturday 18 April" })).toBeVisible();
    // What does nothing is not offered.
    await expect(page.getByRole("button")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "The calendar file" })).toHaveAttribute(
      "href",
      "/schedule.ics",
    );
  });
});

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
])
  test(`at ${viewport.width} px the app takes the first screen over where it stands`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await noteShifts(page);
    const release = await holdApp(page);
    await page.goto("./", { waitUntil: "commit" });
    await expect(rows(page)).toHaveCount(9);
    // Letters come later than rows: all that this text asks for, which may be more than the three of every page.
    const lettersLeft = () =>
      page.evaluate(() => {
        const all = [...document.fonts].map(({ status }) => status);
        const loaded = all.filter((status) => status === "loaded").length;
        return Math.max(3 - loaded, 0) + all.filter((status) => status === "loading").length;
      });
    await expect.poll(lettersLeft).toBe(0);
    await expect(app(page)).toHaveCount(0);
    await takeShifts(page);
    const before = await places(page);
    release();
    await expect(app(page)).toBeVisible();
    expect(await places(page)).toEqual(before);
    await expect(page.locator("#first")).toHaveCount(0);
    await expectNoShift(page, "the app takes over");
  });

test("what is pressed before the app is there is done when it is", async ({ page }) => {
  const release = await holdApp(page);
  await page.goto("./", { waitUntil: "commit" });
  const star = page.getByRole("button", { name: "Star Rust’s type system for data engineering" });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  release();
  await expect(app(page)).toBeVisible();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(app(page)).toBeVisible();
  await expect(star).toHaveAttribute("aria-pressed", "true");
});

test("who stars and goes on before the app is there finds the star, and no row of the day that was left", async ({
  page,
}) => {
  const release = await holdApp(page);
  await page.goto("./", { waitUntil: "commit" });
  await page.getByRole("button", { name: "Star Rust’s type system for data engineering" }).click();
  await page.getByRole("link", { name: "Saturday 18 April" }).click();
  await expect(rows(page)).toHaveCount(0);
  release();
  await expect(app(page)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saturday 18 April");
  await expect(rows(page)).toHaveCount(18);
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByRole("article", { name: "Rust’s type system for data engineering" })).toBeVisible();
});

test("the first day stays in sight by its own address too, until the app has the schedule", async ({
  page,
}) => {
  const release = await holdBack(page, "**/assets/embedded-*.ics");
  await page.goto("./");
  await page.goto("./#/day/2026-04-17");
  await expect(page.locator("#app .masthead")).toBeAttached();
  await page.waitForTimeout(500);
  await expect(page.locator("#first article").first()).toBeVisible();
  release();
  await expect(app(page)).toBeVisible();
  await expect(page.locator("#first")).toHaveCount(0);
});

test("a reader stays where they were, with the focus where it was", async ({ page }) => {
  const release = await holdApp(page);
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto("./", { waitUntil: "commit" });
  const link = rows(page).nth(6).getByRole("link");
  await link.focus();
  await page.evaluate(() => scrollTo(0, 300));
  release();
  await expect(app(page)).toBeVisible();
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(300);
});

test("where the host’s own policy refuses the page’s styles, their file is there before anything is painted", async ({
  page,
  network,
}) => {
  network.allow(/style-src-elem/, /Applying inline style violates/);
  await page.route("./", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const policy = headers["content-security-policy"]?.replace(/style-src [^;]*/, "style-src 'self'") ?? "";
    await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
  });
  await page.addInitScript(() => {
    const look = (): void => {
      const first = document.querySelector("#first article");
      if (!first) return void requestAnimationFrame(look);
      Object.assign(window, { firstDisplay: getComputedStyle(first).display });
    };
    requestAnimationFrame(look);
  });
  await holdApp(page);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#first article").first()).toBeVisible();
  const display = () =>
    page.evaluate(() => (window as unknown as { firstDisplay?: string }).firstDisplay ?? null);
  await expect.poll(display).toBe("grid");
  expect(await page.evaluate(() => document.querySelector("style")?.sheet ?? null)).toBeNull();
});

test("a later visit sees it again where nothing has changed, offline too", async ({ page, network }) => {
  const frames = await noteFirst(page);
  const early = page.locator("link[rel=modulepreload][href*='/index-']");
  await page.goto("./");
  await expect(app(page)).toBeVisible();
  // From the network the app's code is asked for at once; later it leaves the processor to the first paint.
  await expect(early).toHaveCount(1);
  await swReady(page);
  await network.goOffline();
  await page.reload();
  await expect(app(page)).toBeVisible();
  expect(await frames()).toBeGreaterThan(0);
  await expect(early).toHaveCount(0);
});

for (const [what, address] of [
  ["the agenda", "./#/agenda"],
  ["another day", "./#/day/2026-04-18"],
  ["a rehearsal", "./?rehearse=2026-04-18T08:39:50Z"],
] as const)
  test(`${what} is shown without a glimpse of the first day`, async ({ page }) => {
    const frames = await noteFirst(page);
    await page.goto(address);
    await expect(page.locator("#app h1")).toBeVisible();
    expect(await frames()).toBe(0);
  });

test.describe("to a device that speaks Hindi", () => {
  test.use({ locale: "hi-IN" });

  test("nothing is said in English first", async ({ page }) => {
    const frames = await noteFirst(page);
    await page.goto("./");
    await expect(app(page)).toBeVisible();
    expect(await frames()).toBe(0);
  });
});

test("a star, and a feed that has changed since the build, are there from the first frame on", async ({
  page,
  server,
}) => {
  const frames = await noteFirst(page);
  await page.goto("./");
  await page
    .locator("#app")
    .getByRole("button", { name: "Star Rust’s type system for data engineering" })
    .click();
  await expect(page.locator("#app article[data-starred=true]")).toHaveCount(1);
  await page.reload();
  await expect(app(page)).toBeVisible();
  expect(await frames()).toBe(0);
  await page
    .locator("#app")
    .getByRole("button", { name: "Star Rust’s type system for data engineering" })
    .click();
  await expect(page.locator("#app article[data-starred=true]")).toHaveCount(0);

  server.feed = { mode: "bytes", body: moveRoom(FEED, FIRST, "Another room") };
  await page.getByRole("button", { name: "Look for changes" }).click();
  // Not what is said of it: the app may have looked by itself a moment before.
  await expect(page.locator("#app article").getByText("Another room").first()).toBeVisible();
  await page.reload();
  await expect(app(page)).toBeVisible();
  expect(await frames()).toBe(0);
});
