import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";

const boxOf = async (place: Locator) => {
  const box = await place.boundingBox();
  if (!box) throw new Error("It is not drawn.");
  return box;
};

for (const width of [320, 390]) {
  test(`with text twice as large, nothing lies on anything else at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.addInitScript(() =>
      addEventListener("DOMContentLoaded", () => {
        document.documentElement.style.fontSize = "200%";
      }),
    );
    await page.goto("./?rehearse=2026-04-18T03:00:00Z#/day/2026-04-18");
    await expect(page.getByRole("article")).toHaveCount(18);
    await page.evaluate(() => document.fonts.ready);

    const name = await boxOf(page.locator(".masthead .name"));
    const freshness = await boxOf(page.locator(".freshness"));
    expect(name.y + name.height <= freshness.y || name.x + name.width <= freshness.x).toBe(true);
    const places = page.getByRole("navigation").getByRole("link");
    for (let index = 0; index < 3; index += 1) {
      const fits = await places.nth(index).evaluate((link) => link.scrollWidth <= link.clientWidth);
      expect(fits).toBe(true);
    }
    const banner = page.getByRole("region", { name: "Rehearsal" });
    expect(await banner.evaluate((region) => region.scrollWidth <= region.clientWidth)).toBe(true);
    // A title is not broken within its words: no line of it is narrower than a word.
    const title = await boxOf(page.getByRole("link", { name: "Introduction to the Conference" }));
    expect(title.width).toBeGreaterThan(width / 2);
  });
}
