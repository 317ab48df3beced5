import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Saves a backup on the page of settings: its name and its text. */
export async function saveBackup(page: Page): Promise<{ readonly name: string; readonly text: string }> {
  await page.goto("./#/settings");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a backup" }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Chooses a file on the page of settings. */
export async function chooseBackup(page: Page, text: string, name = "backup.json"): Promise<void> {
  await page.goto("./#/settings");
  const buffer = Buffer.from(text);
  await page.getByLabel("Bring back a backup").setInputFiles({ name, mimeType: "application/json", buffer });
}

/** What the agenda holds, in its order. */
export async function expectAgenda(
  page: Page,
  sessions: readonly { readonly title: string }[],
): Promise<void> {
  await page.goto("./#/agenda");
  await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  await expect(page.locator("article :is(h2, h3)")).toHaveText(sessions.map(({ title }) => title));
}
