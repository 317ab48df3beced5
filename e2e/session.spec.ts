import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { EMBEDDED, HIRING, type Rung } from "./reminder-steps";

const CACHE = "Build a concurrent cache in Rust";
/** Before either day. */
const EARLY = "2026-04-16T06:00:00Z";
const idHash = ({ uid }: Rung) => `#/session/${encodeURIComponent(uid)}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("a session says how far off it is, how long it still runs, and that it is over", async ({ page }) => {
  for (const [instant, words] of [
    ["2026-04-18T08:05:00Z", "in 40 min"],
    ["2026-04-18T09:02:00Z", "Now · 18 min left"],
    ["2026-04-18T09:20:00Z", "Over"],
    ["2026-04-15T06:00:00Z", "in 3 days"],
  ] as const) {
    await rehearse(page, instant, idHash(EMBEDDED));
    await expect(page.getByRole("main").getByText(words, { exact: true })).toBeVisible();
  }
});

test("what is on at the same time, and what comes before and after it in its room", async ({ page }) => {
  await page.goto(`./${idHash(EMBEDDED)}`);
  const beside = page.getByRole("region", { name: "At the same time" });
  await expect(beside.getByRole("listitem")).toHaveCount(1);
  await expect(beside).toContainText("14:15–15:00");
  await expect(beside).toContainText("Dining room");
  const room = page.getByRole("region", { name: "In this room" });
  await expect(room.getByRole("listitem")).toHaveCount(2);
  await expect(room.getByRole("listitem").first()).toContainText("12:40–13:15");
  await expect(room.getByRole("listitem").last()).toContainText("14:55–15:05");
  await beside.getByRole("link", { name: HIRING.title }).click();
  await expect(heading(page)).toHaveText(HIRING.title);
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole("region", { name: "At the same time" })).toContainText(EMBEDDED.title);
});

test("one part is starred, or all of them", async ({ page }) => {
  await rehearse(page, EARLY, "#/day/2026-04-17");
  await page.getByRole("link", { name: CACHE }).nth(1).click();
  const main = page.getByRole("main");
  await expect(main.getByText("Part 2 of 4")).toBeVisible();
  await page.getByRole("button", { name: "Star all 4 parts" }).click();
  await expect(main.getByRole("button", { name: `Star ${CACHE}` })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("All parts are starred.")).toBeVisible();
  await page.goto("./#/agenda");
  await expect(page.getByRole("article", { name: CACHE })).toHaveCount(4);
});

test("what is not for me is dimmed in lists and says so, until it is starred", async ({ page }) => {
  await page.goto(`./${idHash(EMBEDDED)}`);
  const pass = page.getByRole("button", { name: "Not for me" });
  await expect(pass).toHaveAttribute("aria-pressed", "false");
  await pass.click();
  await expect(pass).toHaveAttribute("aria-pressed", "true");
  await page.goto("./#/day/2026-04-18");
  const row = page.getByRole("article", { name: EMBEDDED.title });
  await expect(row).toContainText("Not for me");
  await expect(row).toHaveAttribute("data-passed", "true");
  await page.reload();
  await expect(row).toContainText("Not for me");
  await expectNothingFound(page);
  const star = page.getByRole("button", { name: `Star ${EMBEDDED.title}`, exact: true });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await expect(row).not.toContainText("Not for me");
  // And the other way round: with what is passed over goes its star.
  await page.goto(`./${idHash(EMBEDDED)}`);
  await expect(pass).toHaveAttribute("aria-pressed", "false");
  await pass.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await expect(pass).toHaveAttribute("aria-pressed", "true");
  // The undo takes both back: nothing dims it when the star goes by itself later.
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "false");
  await expect(pass).toHaveAttribute("aria-pressed", "false");
});

test("a refresh leaves alone what was passed over", async ({ page }) => {
  await page.goto(`./${idHash(EMBEDDED)}`);
  const pass = page.getByRole("button", { name: "Not for me" });
  await pass.click();
  await expect(pass).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByRole("status", { name: "Freshness" })).toContainText("Saved");
  await page.reload();
  await expect(pass).toHaveAttribute("aria-pressed", "true");
});

test("sharing gives title, time with its zone, room and the app's own address", async ({ page, server }) => {
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      document.documentElement.dataset.shared = JSON.stringify(data);
    };
  });
  await page.goto(`./${idHash(EMBEDDED)}`);
  await page.getByRole("button", { name: "Share" }).click();
  const shared = await page.evaluate(() => JSON.parse(document.documentElement.dataset.shared ?? "{}"));
  expect(shared).toEqual({
    title: EMBEDDED.title,
    text: `${EMBEDDED.title} · Saturday 18 April 14:15 (GMT+5:30) · Audi 1`,
    url: `${server.url}${idHash(EMBEDDED)}`,
  });
});

test("where nothing shares, what would be shared is copied, and that is said", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", { value: undefined });
    Object.defineProperty(navigator, "clipboard", {
      value: {
        writeText: async (text: string) => {
          document.documentElement.dataset.copied = text;
        },
      },
    });
  });
  await page.goto(`./${idHash(EMBEDDED)}`);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("Copied");
  expect(await page.evaluate(() => document.documentElement.dataset.copied)).toContain(idHash(EMBEDDED));
});

test.describe("on a device where it is still the day before", () => {
  test.use({ timezoneId: "Pacific/Honolulu" });
  test("its own time is said with its day", async ({ page }) => {
    await page.goto(`./${idHash(EMBEDDED)}`);
    await expect(
      page.getByText(/^22:45–23:20 on Friday 17 April on this device’s clock \((HST|GMT-10)\)$/),
    ).toBeVisible();
  });
});

test.describe("on Android", () => {
  test.use({ userAgent: "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/144.0 Mobile" });
  test("the map is the device's own", async ({ page }) => {
    await page.goto(`./${idHash(EMBEDDED)}`);
    await expect(page.getByRole("link", { name: "Map" })).toHaveAttribute(
      "href",
      /^geo:12\.9431899,77\.5970189\?q=12\.9431899,77\.5970189\(NIMHANS/,
    );
  });
});

/** Counts view transitions of the page, and remembers which titles were followed. */
async function countOpenings(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const start = document.startViewTransition?.bind(document);
    if (!start) return;
    document.startViewTransition = (update) => {
      const { dataset } = document.documentElement;
      dataset.openings = String(Number(dataset.openings ?? 0) + 1);
      return start(update);
    };
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset.openings ?? 0));
}

test("a title is followed to its page and back; the focus and the place are as without it", async ({
  page,
}) => {
  const openings = await countOpenings(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./#/day/2026-04-18");
  const link = page.getByRole("link", { name: EMBEDDED.title, exact: true });
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const left = await page.evaluate(() => scrollY);
  await link.click();
  await expect(heading(page)).toHaveText(EMBEDDED.title);
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toBeInViewport();
  expect(await openings()).toBe(1);
  await page.goBack();
  await expect(link).toBeInViewport();
  expect(Math.abs((await page.evaluate(() => scrollY)) - left)).toBeLessThanOrEqual(2);
  expect(await openings()).toBe(2);
  // Between other views nothing moves.
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(heading(page)).toHaveText("Agenda");
  expect(await openings()).toBe(2);
  // No name is left behind.
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll("[style*='view-transition']").length))
    .toBe(0);
});

test("who wants less motion gets none", async ({ page }) => {
  const openings = await countOpenings(page);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("link", { name: EMBEDDED.title, exact: true }).click();
  await expect(heading(page)).toHaveText(EMBEDDED.title);
  expect(await openings()).toBe(0);
});

test("a browser without view transitions opens sessions all the same", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(document, "startViewTransition", { value: undefined });
  });
  await page.goto("./#/day/2026-04-18");
  await page.getByRole("link", { name: EMBEDDED.title, exact: true }).click();
  await expect(heading(page)).toHaveText(EMBEDDED.title);
});
