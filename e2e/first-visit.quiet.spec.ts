import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";

const TALK = "Safe by construction: embedded systems in Rust";

test("the network may die three times as long after the first visit as that took to load", async ({
  context,
  network,
}) => {
  const page = await context.newPage();
  const from = Date.now();
  await page.goto("./", { waitUntil: "load" });
  // The page has its first screen before the app's own code runs: it is loaded when that is there.
  await expect(page.locator("#app article").first()).toBeVisible();
  // This much time is the point of this test: files that come one after the other are not there by then.
  await page.waitForTimeout(3 * (Date.now() - from));
  await network.goOffline();
  // What was fetched by then must be all that is needed: installing may go on, but nothing more comes.
  await swReady(page);
  await page.close();
  const again = await context.newPage();
  await again.goto("./#/day/2026-04-18");
  await expect(again.getByRole("article")).toHaveCount(18);
  await again.getByRole("link", { name: TALK }).click();
  await expect(again.getByText("disaggregated topology")).toBeVisible();
});
