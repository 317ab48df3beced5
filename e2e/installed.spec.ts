import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures";
import { holdBack } from "./hold-back";
import { swReady } from "./service-worker";

interface Picture {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
}

/** Width and height as a PNG says them of itself (its IHDR chunk), "1280x800". */
function sizeOf(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  expect(view.getUint32(0), "the signature of a PNG").toBe(0x89504e47);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
}

test("Chromium finds nothing that keeps the app from being installed", async ({ launchProfile, server }) => {
  // A profile of its own: a private window, which Playwright's pages are, can install nothing.
  const context = await launchProfile();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto("./");
  await swReady(page);
  const devtools = await context.newCDPSession(page);
  const manifest = await devtools.send("Page.getAppManifest");
  expect(manifest.url).toBe(`${server.url}manifest.webmanifest`);
  expect(manifest.errors).toEqual([]);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  expect(installabilityErrors).toEqual([]);
  const { appId } = await devtools.send("Page.getAppId");
  expect(appId).toBe(server.url);
});

test("the manifest says what an installed app needs, and every picture is there in its size", async ({
  request,
}) => {
  const manifest = JSON.parse(await readFile("dist/manifest.webmanifest", "utf8"));
  expect(manifest).toMatchObject({
    id: "/",
    start_url: "/",
    scope: "/",
    name: "Rust India Conference 2026",
    short_name: "Rust India 2026",
    lang: "en",
    display: "standalone",
    launch_handler: { client_mode: ["navigate-existing", "auto"] },
    shortcuts: [
      { name: "Agenda", url: "/#/agenda" },
      { name: "Reminders", url: "/#/reminders" },
    ],
  });
  const icons = manifest.icons as Picture[];
  const screenshots = manifest.screenshots as Picture[];
  expect(icons.filter(({ purpose }) => purpose === "maskable").map(({ sizes }) => sizes)).toEqual([
    "512x512",
  ]);
  const plain = icons.filter(({ purpose }) => purpose === undefined || purpose === "any");
  expect(plain.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(["192x192", "512x512"]));
  expect(screenshots.map(({ form_factor }) => form_factor)).toEqual(["narrow", "narrow", "wide"]);
  for (const { src, sizes, type } of [...icons, ...screenshots]) {
    const answer = await request.get(src);
    expect(answer.status(), src).toBe(200);
    expect(type).toBe("image/png");
    expect(answer.headers()["content-type"]).toBe("image/png");
    expect(sizeOf(await answer.body()), src).toBe(sizes);
  }
});

test("the page names its icons, and all of them are there", async ({ page, request }) => {
  await page.goto("./");
  const icons = await page
    .locator("link[rel~=icon], link[rel=apple-touch-icon]")
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  expect(icons.length).toBeGreaterThanOrEqual(3);
  for (const icon of icons) expect((await request.get(icon)).status(), icon).toBe(200);
  const touch = await readFile(join("dist", "apple-touch-icon-180x180.png"));
  expect(sizeOf(touch)).toBe("180x180");
});

test("the browser's own offer to install waits behind a button", async ({ page }) => {
  await page.goto("./#/reminders");
  const install = page.getByRole("button", { name: "Install this app" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reminders on this device");
  await expect(install).toHaveCount(0);
  const prompted = await page.evaluateHandle(() => {
    const seen = { prompts: 0, kept: false };
    const event = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: async () => {
        seen.prompts += 1;
      },
    });
    dispatchEvent(event);
    seen.kept = event.defaultPrevented;
    return seen;
  });
  expect(await prompted.jsonValue()).toEqual({ prompts: 0, kept: true });
  await install.click();
  expect(await prompted.jsonValue()).toEqual({ prompts: 1, kept: true });
  await expect(install).toHaveCount(0);
});

test("an offer that came before the app’s own code is not lost", async ({ page }) => {
  const release = await holdBack(page, "**/assets/index-*.js");
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.locator("#first")).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("beforeinstallprompt", { cancelable: true })));
  release();
  await page.getByRole("link", { name: "Reminders" }).click();
  const install = page.getByRole("button", { name: "Install this app" });
  await expect(install).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("appinstalled")));
  await expect(install).toHaveCount(0);
});

test.describe("on an iPhone", () => {
  test.use({
    userAgent:
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });

  test("a sheet tells the way to the Home Screen, and takes the agenda along", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("./#/reminders");
    await page.getByRole("button", { name: "Add to the Home Screen" }).tap();
    const sheet = page.getByRole("dialog", { name: "Add to the Home Screen" });
    await expect(sheet).toContainText("Tap Share");
    await expect(sheet).toContainText("The app on the Home Screen keeps its own agenda.");
    const copy = sheet.getByRole("button", { name: "Copy my agenda" });
    await copy.tap();
    await expect(sheet.getByRole("status")).toHaveText("Nothing is starred yet.");
    await sheet.getByRole("button", { name: "Close" }).tap();
    await page.goto("./#/day/2026-04-18");
    await page.getByRole("button", { name: /^Star Safe by construction/ }).tap();
    await page.goto("./#/reminders");
    await page.getByRole("button", { name: "Add to the Home Screen" }).tap();
    await copy.tap();
    await expect(sheet.getByRole("status")).toHaveText("The link is copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("#/agenda/take/");
    await sheet.getByRole("button", { name: "Close" }).tap();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Install this app" })).toHaveCount(0);
  });

  test("the app on the Home Screen says nothing of installing", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "standalone", { value: true }));
    await page.goto("./#/reminders");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reminders on this device");
    await expect(page.getByRole("button", { name: /Install this app|Home Screen/ })).toHaveCount(0);
  });
});
