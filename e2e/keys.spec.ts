import { expect, test } from "./fixtures";

test("single keys move, star and search; a list explains them and switches them off", async ({ page }) => {
  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.keyboard.press("[");
  await expect(page).toHaveURL(/#\/day\/2026-04-17$/);
  await page.keyboard.press("j");
  const first = page.getByRole("article").first();
  await expect(first.getByRole("link")).toBeFocused();
  await page.keyboard.press("s");
  await expect(first.getByRole("button", { name: /^Star / })).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys" });
  await expect(list).toBeVisible();
  await list.getByRole("checkbox", { name: "Use these keys" }).uncheck();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/#\/day\/2026-04-17$/);
  await page.keyboard.press("?");
  await expect(list.getByRole("checkbox")).not.toBeChecked();
});

test("what is being chosen or held with another key is left alone", async ({ page }) => {
  await page.goto("./#/reminders");
  const field = page.getByRole("combobox").first();
  await field.focus();
  await page.keyboard.press("n");
  await page.keyboard.press("Control+n");
  await expect(page).toHaveURL(/#\/reminders$/);
});
