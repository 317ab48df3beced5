import { expect, type Page } from "@playwright/test";

/** Opens the app at `hash` with its clock at `isoInstant`, and waits until the banner says so. */
export async function rehearse(page: Page, isoInstant: string, hash = "#/"): Promise<void> {
  await page.goto(`./?rehearse=${encodeURIComponent(isoInstant)}${hash}`);
  await expect(page.getByRole("region", { name: "Rehearsal" })).toBeVisible();
}
