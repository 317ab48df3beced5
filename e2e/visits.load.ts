import { readFile } from "node:fs/promises";
import { chromium, expect, test } from "@playwright/test";
import { MARK } from "../src/build/load/access-log";
import { browserArgs, findBrowser } from "./find-browser";
import { swReady } from "./service-worker";

// Not a test: `npm run load` has a browser visit its server, which writes down what that cost.

const { url, log } = JSON.parse(process.env.LOAD ?? "{}") as { url: string; log: string };

/** Until nobody has asked the server for anything for a while, service worker included. */
async function quiet(): Promise<void> {
  let before = -1;
  await expect
    .poll(
      async () => {
        const lines = (await readFile(log, "utf8")).length;
        const same = lines === before;
        before = lines;
        return same;
      },
      { intervals: [2_000], timeout: 60_000 },
    )
    .toBe(true);
}

const over = (visit: string) => fetch(new URL(MARK + visit, url));

test("visits", async () => {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArgs() });
  const context = await browser.newContext();
  const page = await context.newPage();
  const sent: string[] = [];
  await page.goto(url);
  await swReady(page);
  await quiet();
  await over("first");
  await page.close();

  const again = await context.newPage();
  again.on("console", (message) => message.type() === "error" && sent.push(message.text()));
  await again.goto(url);
  await expect(again.getByRole("article").first()).toBeVisible();
  await quiet();
  await over("back");

  await again.getByRole("button", { name: "Look for changes" }).click();
  await quiet();
  await over("refresh");
  expect(sent).toEqual([]);
  await browser.close();
});
