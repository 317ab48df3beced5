import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectNothingFound, WIDTHS } from "./axe";
import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";

const EMBEDDED = "Safe by construction: embedded systems in Rust";
const HIRING = "The State of Rust Hiring - Signals, Skills, and Scarcity";
const starButton = (page: Page, title: string) =>
  page.getByRole("button", { name: `Star ${title}`, exact: true });

async function star(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.goto("./#/day/2026-04-18");
  for (const title of titles) {
    await starButton(page, title).click();
    await expect(starButton(page, title)).toHaveAttribute("aria-pressed", "true");
  }
}

/** Opens a view; `title` where it follows another one, which stays until it can be drawn. */
async function open(page: Page, hash: string, title: string | RegExp = /./): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

const SESSION = `#/session/${encodeURIComponent("session/8rDkDMtMExebQQFQug9x74@hasgeek.com")}`;

// What `axe-matrix.spec.ts` does not show, which looks at every view in every scheme and direction.
const VIEWS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "an empty agenda": (page) => open(page, "#/agenda"),
  "a live day with the line of now": async (page) => {
    await star(page, EMBEDDED);
    await rehearse(page, "2026-04-18T08:50:00Z");
    await expect(page.locator(".now-line")).toBeInViewport();
  },
};

for (const [name, prepare] of Object.entries(VIEWS)) {
  test(`axe finds nothing on ${name}`, async ({ page }) => {
    await prepare(page);
    await expectNothingFound(page);
  });
}

test("axe finds nothing on an agenda with a clash and an undo", async ({ page }) => {
  const removed = [
    "From types to trust: safer API designs in Rust",
    "Introduction to the Conference",
    "Building cancellation-safe async systems with Rust",
    "Portable edge ML inference in Rust",
  ];
  await star(page, EMBEDDED, HIRING, ...removed);
  await page.getByRole("link", { name: "Agenda" }).click();
  await expect(page.getByText("Clashes for").first()).toBeVisible();
  // Each look has a message of its own, as one lasts for ten seconds only.
  await expectNothingFound(page, async (look) => {
    await starButton(page, removed[look] as string).click();
    await expect(page.getByRole("status", { name: "Message" })).toContainText(removed[look] as string);
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  });
});

test.describe("before anything was said about notifications", () => {
  test.use({ notificationPermission: "default" });
  test("axe finds nothing on the first offer of reminders", async ({ page }) => {
    await star(page, EMBEDDED);
    await expect(page.getByRole("region", { name: "Offer of reminders" })).toBeVisible();
    await expectNothingFound(page);
  });
});

test.describe("with an offer over the list", () => {
  test.use({ notificationPermission: "default", viewport: { width: 390, height: 844 } });
  test("what gets the focus is never hidden behind it", async ({ page }) => {
    await star(page, "Introduction to the Conference");
    const offer = page.getByRole("region", { name: "Offer of reminders" });
    await expect(offer).toBeVisible();
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press("Tab");
      const hidden = await offer.evaluate((region) => {
        const focused = document.activeElement as HTMLElement;
        const top = region.getBoundingClientRect().top;
        if (!focused.matches("main *")) return null;
        return focused.getBoundingClientRect().bottom > top ? focused.textContent || focused.ariaLabel : null;
      });
      expect.soft(hidden).toBeNull();
    }
  });
});

test("axe finds nothing where there is no schedule yet", async ({ page, server }) => {
  server.feed = { mode: "html" };
  const embedded = /content="\/(assets\/embedded-[^"]+)"/.exec(readFileSync("dist/index.html", "utf8"))?.[1];
  server.modes.set(embedded ?? "", server.feed);
  await page.goto("./");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  await expectNothingFound(page);
});

test.describe("on an iPhone", () => {
  test.use({ userAgent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15" });
  test("axe finds nothing on the way to the Home Screen", async ({ page }) => {
    await open(page, "#/reminders");
    await page.getByRole("button", { name: "Add to the Home Screen" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNothingFound(page);
  });
});

test("every star and every way between views is large enough for a finger", async ({ page }) => {
  for (const width of [...WIDTHS, 320]) {
    await page.setViewportSize({ width, height: 844 });
    for (const [hash, title] of [
      ["#/day/2026-04-17", "Friday 17 April"],
      ["#/day/2026-04-18", "Saturday 18 April"],
      [SESSION, EMBEDDED],
    ] as const) {
      await open(page, hash, title);
      // Seen and measured in one go: where there is room, the timetable takes the list's place a moment later.
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll(".star, nav a, .day-tabs a, .freshness button")]
          .filter((element) => element.checkVisibility() && element.getClientRects().length > 0)
          .map((element) => ({
            name: element.ariaLabel ?? element.textContent,
            box: element.getBoundingClientRect().toJSON() as DOMRect,
          })),
      );
      expect(boxes.length).toBeGreaterThan(3);
      const small = boxes
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`);
      expect.soft(small, `${hash} at ${width} px`).toEqual([]);
    }
  }
});

test("by keyboard: past the navigation, to a star, and press it", async ({ page }) => {
  await open(page, "#/day/2026-04-18");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Skip to content" })).toBeFocused();
  await expect(page.getByRole("button", { name: "Skip to content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const target = starButton(page, "Introduction to the Conference");
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(target).toBeFocused();
  await page.keyboard.press("Space");
  await expect(target).toHaveAttribute("aria-pressed", "true");
  await expect(target).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(target).toHaveAttribute("aria-pressed", "false");
});

test("the focus goes to the heading of each new view, and the title follows", async ({ page }) => {
  const name = "Rust India Conference 2026";
  await open(page, "#/day/2026-04-18");
  await expect(page).toHaveTitle(name);
  const heading = page.getByRole("heading", { level: 1 });
  const steps = [
    [page.getByRole("link", { name: "Agenda" }), "Agenda", `Agenda · ${name}`],
    [page.getByRole("link", { name: "Reminders" }), "Reminders on this device", `Reminders · ${name}`],
    [page.getByRole("link", { name: "Schedule" }), "Friday 17 April", name],
    [page.getByRole("link", { name: "Saturday 18 April" }), "Saturday 18 April", name],
    [page.getByRole("link", { name: EMBEDDED, exact: true }), EMBEDDED, `${EMBEDDED} · ${name}`],
  ] as const;
  for (const [link, text, title] of steps) {
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText(text);
    await expect(heading).toBeFocused();
    await expect(page).toHaveTitle(title);
  }
  await page.goBack();
  await expect(heading).toHaveText("Saturday 18 April");
  await expect(page).toHaveTitle(name);
});

test("nothing is cut off or scrolls sideways at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await star(page, EMBEDDED, HIRING);
  const hashes = ["#/day/2026-04-17", "#/day/2026-04-18", "#/agenda", SESSION, "#/reminders", "#/session/x"];
  for (const hash of hashes) {
    await open(page, hash);
    const seen = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      outside: [...document.querySelectorAll("main :is(h1, h2, h3, p, a, button, input, dd, li), nav a")]
        .filter((element) => element.checkVisibility() && !element.closest(".hidden, .now-line, pre"))
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.left < 0 || box.right > 320)
        .map(({ text, box }) => `${text}: ${box.left} to ${box.right}`),
    }));
    expect.soft(seen, hash).toEqual({ scrolls: 320, outside: [] });
  }
});
