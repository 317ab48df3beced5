import { expect, test } from "./fixtures";
import { swReady } from "./service-worker";

const TALK = "Safe by construction: embedded systems in Rust";

test("the network may die two seconds after the first visit has loaded", async ({ context, network }) => {
  const page = await context.newPage();
  await page.goto("./", { waitUntil: "load" });
  // The two seconds are the point of this test.
  await page.waitForTimeout(2_000);
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
