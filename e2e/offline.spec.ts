import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";

const TALK = "Safe by construction: embedded systems in Rust";
const STAR = { name: `Star ${TALK}`, exact: true };

test("after one visit everything works with the server gone and the browser offline, over restarts", async ({
  launchProfile,
  network,
}) => {
  let context = await launchProfile();
  let page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("article")).toHaveCount(9);
  await swReady(page);
  await context.close();
  await network.goOffline();

  context = await launchProfile();
  page = await context.newPage();
  await page.goto("./");
  await expect(page.getByRole("article")).toHaveCount(9);
  await expect(page.getByRole("status", { name: "Freshness" })).toHaveText(/^Saved .*offline$/);

  await page.goto("./#/day/2026-04-18");
  await expect(page.getByRole("article")).toHaveCount(18);
  await page.getByRole("button", STAR).click();
  await expect(page.getByRole("button", STAR)).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("link", { name: TALK }).click();
  const address = page.url();
  await expect(page.getByRole("heading", { level: 1, name: TALK })).toBeVisible();
  await context.close();

  context = await launchProfile();
  page = await context.newPage();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: TALK })).toBeVisible();
  await expect(page.getByText("disaggregated topology")).toBeVisible();
  await expect(page.getByRole("button", STAR)).toHaveAttribute("aria-pressed", "true");
  for (const [hash, heading] of [
    ["#/agenda", "Agenda"],
    ["#/reminders", "Reminders on this device"],
    ["#/day/2026-04-18", "Saturday 18 April"],
    ["#/search?q=x", "Search"],
    ["#/poster", "Poster"],
    ["#/nothing-of-the-kind", "Friday 17 April"],
  ] as const) {
    // A whole new document each time: a deep link, not a move within the page.
    await page.goto("about:blank");
    await page.goto(`./${hash}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  }
  await page.goto("about:blank");
  await page.goto("./#/agenda");
  await expect(page.getByRole("article", { name: TALK })).toBeVisible();
  await page.goto("./?rehearse=2026-04-18T09:02:00Z#/");
  await expect(page.getByRole("region", { name: "Rehearsal" })).toBeVisible();
});

test("offline is said while it lasts, and the copy is confirmed once the network is back", async ({
  page,
  network,
}) => {
  await page.goto("./");
  const freshness = page.getByRole("status", { name: "Freshness" });
  await expect(freshness).toHaveText(/^Saved \d\d:\d\d$/);
  await swReady(page);
  await network.goOffline();
  await expect(freshness).toHaveText(/^Saved \d\d:\d\d · offline$/);
  await network.goOnline();
  await expect(freshness).toHaveText(/^Saved \d\d:\d\d$/);
});
