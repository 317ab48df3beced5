import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findings } from "./axe";
import { buildSite, nextVersion, removeSites } from "./build-site";
import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";
import { readCode } from "./travel-steps";

const INFO = [
  { title: "Wi-Fi", text: "Network: `Hall`\nPassword: `a b+c`\n\nOnly in the foyer." },
  { title: "Where is what", picture: "icon.svg" },
  { title: "Help", text: "Call +49 30 1234 567.", link: "https://example.org/conduct" },
];

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const offer = (page: Page) => page.getByRole("region", { name: "Update" });
const fact = (page: Page, name: string) =>
  page
    .locator("dl > div")
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator("dd");

/** The number of a PDF's pages, as it says itself. */
const pagesOf = (pdf: Buffer): number => [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;

test("what the organiser adds is taken in silence, and is there offline: Wi-Fi, plan, help", async ({
  page,
  server,
  network,
}) => {
  test.slow(); // Two versions of the site, and six looks at a page.
  const site = await buildSite({ organiser: { info: INFO } });
  await page.goto("./#/info");
  await expect(page.getByText("The organisers have put nothing here.")).toBeVisible();
  await swReady(page);
  await page.goto("./#/settings");
  const links = page.getByRole("list", { name: "This site" }).getByRole("link");
  await expect(links).toHaveText(["About", "Privacy", "Poster"]);

  server.root = site;
  await page.goto("./#/info");
  const taken = page.evaluate(
    () =>
      new Promise<void>((done) => {
        navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
      }),
  );
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await taken;
  await expect(heading(page, "Wi-Fi"), "in the page that is open").toBeVisible();
  await expect(offer(page)).toHaveCount(0);

  await network.goOffline();
  await page.goto("./#/now");
  await page.reload();
  const hall = page.getByRole("list", { name: "Information" }).getByRole("link");
  await expect(hall).toHaveText(["Wi-Fi", "Where is what", "Help"]);
  await hall.nth(1).click();
  await expect(heading(page, "Where is what")).toBeFocused();
  const plan = page.getByRole("img", { name: "Where is what" });
  await expect.poll(() => plan.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  const width = () => plan.evaluate((image) => image.clientWidth);
  const narrow = await width();
  await page.getByRole("button", { name: "Larger" }).click();
  expect(await width()).toBeGreaterThan(narrow);
  await expect(page.getByRole("link", { name: "+49 30 1234 567" })).toHaveAttribute(
    "href",
    "tel:+49301234567",
  );
  const away = page.getByRole("link", { name: "More at example.org" });
  await expect(away).toHaveAttribute("rel", /noopener/);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write", "notifications"]);
  await page.getByRole("button", { name: "Copy a b+c" }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("Copied: a b+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("a b+c");

  await page.setViewportSize({ width: 390, height: 2_600 });
  for (const colorScheme of ["light", "dark"] as const) {
    for (const dir of ["ltr", "rtl"]) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate((direction) => {
        document.documentElement.dir = direction;
      }, dir);
      expect.soft(await findings(page), `${colorScheme}, ${dir}`).toEqual([]);
    }
  }
  await removeSites([site]);
});

test("about: version, age and origin of the schedule, and a look for a new version in words", async ({
  page,
  server,
  network,
}) => {
  const site = await nextVersion(server.root);
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  await page.goto("./#/about");
  await swReady(page);
  await page.reload();
  await expect(fact(page, "Version")).toHaveText(version);
  await expect(fact(page, "Code")).toHaveText(/^[\da-f]{8}$/);
  await expect(fact(page, "This site was built")).toContainText(/20\d\d/);
  await expect(fact(page, "Saved copy")).toContainText("the same as the server’s");
  await expect(fact(page, "Comes from")).toHaveText(`${server.url}schedule.ics`);
  await expect(fact(page, "Holds")).toHaveText("27 sessions");
  await expect(fact(page, "Time zone")).toContainText("GMT+5:30");

  const found = page.getByRole("status", { name: "Version" });
  const look = () => page.getByRole("button", { name: "Look for a new version" }).click();
  await look();
  await expect(found).toHaveText("This is the newest version.");
  const licences = await page.request.get("./licences.txt");
  expect(await licences.text()).toMatch(
    /minisearch[\s\S]+SIL Open Font License|SIL OPEN FONT[\s\S]+minisearch/i,
  );

  server.root = site;
  await look();
  await expect(found).toContainText("A newer version of this app is ready.");
  await offer(page).getByRole("button", { name: "Later" }).click();
  await expect(offer(page)).toHaveCount(0);
  await look();
  await expect(offer(page), "what was put off is offered again").toBeVisible();

  await network.goOffline();
  await look();
  await expect(found).toContainText("The server cannot be reached.");
  await removeSites([site]);
});

test("privacy: what it names is what there is, and no cookie", async ({ page, context, server }) => {
  await page.goto("./#/privacy");
  await swReady(page);
  await page.reload();
  await expect(page.getByText(`The server of this site (${new URL(server.url).host})`)).toBeVisible();
  await expect(
    page.getByText("No other server is asked for anything, and the page cannot ask one."),
  ).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    words: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  }));
  expect(kept.databases).toEqual([await fact(page, "IndexedDB").locator("code").textContent()]);
  for (const name of kept.caches) expect(name).toMatch(/^trackside-.+-\/$/);
  for (const name of kept.words) expect(name).toMatch(/^trackside-.+:\/$/);
  await page.locator("main").getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("button", { name: "Delete everything on this device" })).toBeVisible();
});

test("the poster is one sheet, A4 or Letter, whose code leads to the app", async ({ page, server }) => {
  await page.goto("./#/poster");
  const warning = page.getByText("This code leads to this computer only");
  await expect(warning).toBeVisible();
  expect(await readCode(page)).toBe(server.url);
  for (const format of ["A4", "Letter"]) expect(pagesOf(await page.pdf({ format })), format).toBe(1);

  // As wide as A4 between its margins.
  await page.setViewportSize({ width: 703, height: 1_032 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(warning).toBeHidden();
  for (const hidden of ["navigation", "banner", "button"] as const)
    await expect(page.getByRole(hidden).filter({ visible: true })).toHaveCount(0);
  const poster = page.getByRole("article", { name: "Poster" });
  await expect(poster).toContainText("Rust India Conference 2026");
  await expect(poster).toContainText("April 2026");
  const code = await poster.locator(".qr-code path").boundingBox();
  expect(((code?.width ?? 0) / 96) * 25.4, "millimetres").toBeGreaterThanOrEqual(80);
  expect(await poster.evaluate((sheet) => sheet.scrollHeight <= sheet.clientHeight)).toBe(true);
});
