import { expect, test } from "./fixtures";
import { rehearse } from "./rehearse";
import { before, DAY, EMBEDDED, openApp, star, TYPES } from "./reminder-steps";

const WHAT = "main :is(h1, h2, h3, p, a, button, input, select, time, dt, dd, li, legend)";

for (const [width, size] of [
  [320, 100],
  [320, 200],
  [390, 200],
] as const) {
  test(`reminders, board and a session that is to ring fit ${width} px with text at ${size} %`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.addInitScript((percent) => {
      addEventListener("DOMContentLoaded", () => {
        document.documentElement.style.fontSize = `${percent}%`;
      });
    }, size);
    await openApp(page, DAY);
    for (const session of [EMBEDDED, TYPES]) await star(page, session);
    for (const hash of [
      `#/session/${encodeURIComponent(TYPES.uid)}`,
      "#/reminders",
      "#/conferences",
      "#/agenda/share",
      "#/agenda/take",
      "#/table",
      "#/about",
      "#/privacy",
      "#/poster",
    ]) {
      await rehearse(page, before(EMBEDDED.fireAt, 1), hash);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await page.evaluate(() => document.fonts.ready);
      const outside = await page.evaluate(
        ([selector, edge]) =>
          [...document.querySelectorAll(selector)]
            .filter((element) => element.checkVisibility() && !element.closest(".hidden, pre"))
            .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.left < -0.5 || box.right > edge + 0.5)
            .map(({ text, box }) => `${text?.slice(0, 60)}: ${box.left} to ${box.right}`),
        [WHAT, width] as const,
      );
      expect.soft(outside, hash).toEqual([]);
    }
  });
}
