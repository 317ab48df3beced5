import type { BrowserContext, Page } from "@playwright/test";
import jsQR from "jsqr";
import { expect } from "./fixtures";

/** The link to the agenda of `page`, as its button copies it. */
export async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write", "notifications"]);
  await page.goto("./#/agenda/share");
  await page.getByRole("button", { name: "Copy the link" }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("The link is copied.");
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What a camera reads off the code on the screen: its picture, through a decoder that the app does not have. */
export async function scannedCode(page: Page): Promise<string> {
  await page.goto("./#/agenda/share");
  return readCode(page);
}

/** The same of the first code of the view that is shown. */
export async function readCode(page: Page): Promise<string> {
  const code = page.locator(".qr-code").first();
  await expect(code).toBeVisible();
  await code.scrollIntoViewIfNeeded();
  const picture = (await code.screenshot()).toString("base64");
  const { width, height, pixels } = await pixelsOf(page.context(), picture);
  const read = jsQR(Uint8ClampedArray.from(Buffer.from(pixels, "base64")), width, height);
  if (!read) throw new Error("The code on the screen cannot be read.");
  return read.data;
}

/** A picture's pixels, four octets each: in a blank page, whose policy allows it. */
async function pixelsOf(
  context: BrowserContext,
  png: string,
): Promise<{ width: number; height: number; pixels: string }> {
  const blank = await context.newPage();
  const found = await blank.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const { width, height } = bitmap;
    const drawing = new OffscreenCanvas(width, height).getContext("2d");
    if (!drawing) throw new Error("This browser draws nothing.");
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, width, height);
    let pixels = "";
    for (let at = 0; at < data.length; at += 30_000) {
      pixels += String.fromCharCode(...data.subarray(at, at + 30_000));
    }
    return { width, height, pixels: btoa(pixels) };
  }, png);
  await blank.close();
  return found;
}

/** The titles that the agenda of `page` holds, in its order. */
export async function agendaTitles(page: Page): Promise<readonly string[]> {
  await page.goto("./#/agenda");
  await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeVisible();
  const rows = page.locator(".agenda").getByRole("article");
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** What is said of an agenda that has come in. */
export const said = (page: Page) => page.getByRole("status", { name: "What it holds" });

/** What it would do. */
export const preview = (page: Page) => page.getByRole("region", { name: /^\d+ sessions? of / });
