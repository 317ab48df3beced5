import type { Page } from "@playwright/test";
import { expectNothingFound } from "./axe";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { before, DAY, EMBEDDED, openApp, star } from "./reminder-steps";

const html = (page: Page) => page.locator("html");
const scrolls = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Every view that has words of the app, drawn. */
const VIEWS = ["#/day/2026-04-18", "#/agenda", "#/reminders", "#/settings"];

async function settings(page: Page): Promise<void> {
  await page.goto("./#/settings");
  await expect(page.locator(".settings-page")).toBeVisible();
}

test.describe("on a device in Urdu", () => {
  test.use({ locale: "ur-IN", timezoneId: "Asia/Kolkata" });

  test("the page is mirrored, nothing sticks out, and the programme stays as it was written", async ({
    page,
  }) => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      for (const hash of VIEWS) {
        await page.goto(`./${hash}`);
        await expect(page.locator("main h1")).toBeVisible();
        await expect(html(page)).toHaveAttribute("dir", "rtl");
        await expect(html(page)).toHaveAttribute("lang", "ur");
        expect.soft(await scrolls(page), `${hash} at ${width} px`).toBe(width);
      }
    }
    // What shows the present minute is scrolled to, and to nothing beside the page.
    await page.goto("./?rehearse=2026-04-18T09:02:00Z");
    await expect(page.locator(".now-line")).toBeInViewport();
    expect(await page.evaluate(() => scrollX)).toBe(0);
    await page.goto("./#/day/2026-04-18");
    const title = page.getByRole("article").first().locator("[dir=auto]").first();
    expect(await title.evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  });

  for (const hash of ["#/settings", "#/reminders"]) {
    test(`axe finds nothing on ${hash}`, async ({ page }) => {
      await page.goto(`./${hash}`);
      await expect(page.locator("main h1")).toBeVisible();
      await expectNothingFound(page);
    });
  }
});

test("axe finds nothing on the settings in English, nor as everything is about to be deleted", async ({
  page,
}) => {
  await settings(page);
  await expectNothingFound(page, async () => {
    const undo = page.getByRole("button", { name: "Undo" });
    if (await undo.isVisible()) await undo.click();
    await page.getByRole("button", { name: "Delete everything on this device" }).click();
    await expect(undo).toBeFocused();
  });
});

test.describe("on a device in Hindi", () => {
  test.use({ locale: "hi-IN" });

  test("a card speaks Hindi in its own digits, and the service worker is told how", async ({ page }) => {
    await openApp(page);
    await settings(page);
    await page.getByRole("radio", { name: "१२३" }).check();
    await page.goto(`./${DAY}`);
    const button = page.getByRole("button", { name: `स्टार करें: ${EMBEDDED.title}` });
    await button.click();
    await expect(button).toHaveAttribute("aria-pressed", "true");
    const cards = await observeNotifications(page);
    await page.goto(`./?rehearse=${before(EMBEDDED.fireAt, 3)}${DAY}`);
    await expect(page.getByRole("region", { name: "अभ्यास" })).toBeVisible();
    await expect.poll(() => cards.shown().length).toBe(1);
    expect(cards.shown()[0]?.body).toMatch(/^५ मिनट में शुरू · .* · ०?२:१५/);
    const kept = await page.evaluate(
      () =>
        new Promise<{ language: string; catalogue: object }>((resolve) => {
          indexedDB.open("trackside:/").onsuccess = ({ target }) => {
            const db = (target as IDBOpenDBRequest).result;
            db.transaction("settings").objectStore("settings").get("speech").onsuccess = (event) => {
              resolve((event.target as IDBRequest).result.value);
              db.close();
            };
          };
        }),
    );
    expect(kept).toMatchObject({ language: "hi", catalogue: { Mute: "चुप करें" } });
  });

  test("the first picture is in Hindi, offline as well", async ({ page, network }) => {
    await openApp(page);
    await network.goOffline();
    await page.addInitScript(() => {
      new MutationObserver(() => {
        const words = document.querySelector(".skip")?.textContent;
        if (words) (window as { firstWords?: string }).firstWords ??= words;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await expect(page.locator("main article").first()).toBeVisible();
    expect(await page.evaluate(() => (window as { firstWords?: string }).firstWords)).toBe("सामग्री पर जाएँ");
  });
});

test("a choice is there at once, keeps the focus, holds in other tabs and after a reload", async ({
  page,
  context,
}) => {
  await settings(page);
  const other = await context.newPage();
  await settings(other);
  await page.getByRole("radio", { name: /ಕನ್ನಡ/ }).check();
  await expect(page.getByRole("heading", { name: "ಸೆಟ್ಟಿಂಗ್‌ಗಳು" })).toBeVisible();
  await expect(page.getByRole("radio", { name: /^ಕನ್ನಡ/ })).toBeFocused();
  await expect(html(other)).toHaveAttribute("lang", "kn");
  await expect(other.getByRole("heading", { name: "ಸೆಟ್ಟಿಂಗ್‌ಗಳು" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "ಸೆಟ್ಟಿಂಗ್‌ಗಳು" })).toBeVisible();
  await page.getByRole("radio", { name: "English" }).last().check();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("a translation that no speaker has read says so in the menu", async ({ page }) => {
  await settings(page);
  for (const name of ["हिन्दी", "ಕನ್ನಡ", "اردو"]) {
    const label = `${name} (translated, not yet read by a speaker)`;
    await expect(page.getByRole("radio", { name: label, exact: true })).toBeVisible();
  }
});

test("12 hours by choice", async ({ page }) => {
  await settings(page);
  await page.getByRole("radio", { name: "12 hours" }).check();
  await expect(page.locator(".example")).toContainText(/\d{1,2}:\d\d [ap]m/);
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article").first().locator("time").first()).toContainText(/[ap]m/);
});

test("a theme by choice, against the device's, from the first paint on", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await settings(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(paper).not.toBe(light);
  const dark = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("radio", { name: "As this device is set", exact: true }).check();
  await expect(html(page)).not.toHaveAttribute("data-theme");
  expect(await paper()).toBe(dark);
  await page.getByRole("radio", { name: "Light" }).check();
  await expect.poll(paper).toBe(light);
  await page.reload();
  await expect(page.locator(".settings-page")).toBeVisible();
  expect(await paper()).toBe(light);
  expect(await page.evaluate(() => localStorage.getItem("trackside-theme:/"))).toBe("light");
});

test("delete everything: undone it leaves all, carried out it leaves nothing", async ({ page, context }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  await settings(page);
  const other = await context.newPage();
  await other.goto("./");
  await expect(other.getByRole("article").first()).toBeVisible();
  await page.getByRole("radio", { name: "Dark" }).check();
  const button = page.getByRole("button", { name: "Delete everything on this device" });
  await button.click();
  await expect(page.locator(".deleting")).toContainText("1 star");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(button).toBeFocused();
  await button.click();
  await page.getByRole("button", { name: "Delete now" }).click();
  await expect(page.getByText("Done. Nothing is kept on this device any more.")).toBeVisible();
  await expect(other.getByRole("alert").filter({ hasText: "is deleted" })).toBeVisible();
  const left = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(left).toEqual({ databases: [], caches: [], local: [], session: [], workers: 0 });
});
