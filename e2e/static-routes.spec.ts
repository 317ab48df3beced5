import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import {
  before,
  deviceShows,
  EMBEDDED,
  killServiceWorkers,
  onTime,
  openApp,
  openRaw,
  rehearseRaw,
  wellPast,
} from "./reminder-steps";

/** What Chromium tells of how a page or file was had: "cache" and "network" are routes past the worker. */
interface Route {
  readonly matched: string;
  readonly final: string;
  /** True where the worker was waited for. */
  readonly byWorker: boolean;
}

/** How this page was had. Runs in the page. */
function routeOfPage(): Route {
  const [entry] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & {
    readonly workerMatchedSourceType: string;
    readonly workerFinalSourceType: string;
  })[];
  if (!entry) throw new Error("No navigation.");
  const { workerMatchedSourceType: matched, workerFinalSourceType: final, workerStart } = entry;
  return { matched, final, byWorker: workerStart > 0 };
}

const PAST_THE_WORKER: Route = { matched: "cache", final: "cache", byWorker: false };
const BY_THE_WORKER: Route = { matched: "", final: "", byWorker: true };

/** Opens an address with the worker stopped, and says how it was had. */
async function openStopped(page: Page, address: string): Promise<Route> {
  const session = await page.context().newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await page.goto("about:blank");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
  await page.goto(address);
  await expect(page.getByRole("article").first()).toBeVisible();
  return page.evaluate(routeOfPage);
}

test("offline, the page at its own address does not wait for the worker, every other one is the worker's", async ({
  page,
  network,
}) => {
  await openApp(page);
  await network.goOffline();
  expect(await openStopped(page, "./")).toEqual(PAST_THE_WORKER);
  expect(await openStopped(page, "./#/day/2026-04-18")).toEqual(PAST_THE_WORKER);
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe("activated");
  expect(await openStopped(page, "./?rehearse=2026-04-18T08:00:00.000Z")).toEqual(BY_THE_WORKER);
  expect(await openStopped(page, "./index.html")).toEqual(BY_THE_WORKER);
});

test("what the browser has thrown out of the cache comes from the network", async ({ page, server }) => {
  await openApp(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  server.requests.length = 0;
  expect(await openStopped(page, "./")).toEqual({ matched: "cache", final: "network", byWorker: false });
  expect(await openStopped(page, "./?x")).toEqual(BY_THE_WORKER);
  const asked = server.requests.map(({ url }) => url);
  expect(asked.filter((url) => url === "/").length).toBeGreaterThanOrEqual(2);
  // A file that nothing in memory stands for.
  const file = await page.evaluate(() => {
    const address = document.querySelector("style")?.dataset.file ?? "";
    return fetch(address, { cache: "reload" }).then((answer) => answer.status);
  });
  expect(file).toBe(200);
});

test("the feed is never answered from a cache", async ({ page, server }) => {
  await openApp(page);
  await page.evaluate(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name ?? "");
    await cache.put("schedule.ics", new Response("kept"));
  });
  server.requests.length = 0;
  const answer = () =>
    page.evaluate(() => fetch("schedule.ics", { cache: "no-store" }).then((got) => got.text()));
  expect(await answer()).toContain("BEGIN:VCALENDAR");
  expect(server.requests.map(({ url }) => url)).toContain("/schedule.ics");
});

test("a browser without static routes has the same app from the worker", async ({
  page,
  server,
  network,
}) => {
  const without = await mkdtemp(join(tmpdir(), "trackside-unrouted-"));
  await cp("dist", without, { recursive: true });
  const worker = join(without, "sw.js");
  await writeFile(worker, `delete InstallEvent.prototype.addRoutes;${await readFile(worker, "utf8")}`);
  server.root = without;
  await openApp(page);
  await network.goOffline();
  expect(await openStopped(page, "./")).toEqual(BY_THE_WORKER);
  await page.getByRole("link", { name: "Reminders" }).click();
  await expect(page.getByRole("button", { name: "Test reminder" })).toBeVisible();
  await rm(without, { recursive: true });
});

test("a page that came past the stopped worker wakes it to ring once it is closed", async ({
  startRaw,
  server,
}) => {
  const raw = await startRaw();
  const tab = await openRaw(raw, server.url, [EMBEDDED]);
  await raw.recordNotifications();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 15));
  const other = await raw.openTab("about:blank");
  await raw.evaluate(tab, () => void location.assign("about:blank"));
  await raw.waitFor(tab, () => location.href === "about:blank");
  await server.stop();
  await killServiceWorkers(raw, other);
  await raw.evaluate(tab, `void location.assign(${JSON.stringify(server.url)})`);
  await raw.waitFor(tab, () => document.querySelector("[aria-label=Rehearsal]") !== null);
  expect(await raw.evaluate(tab, routeOfPage)).toEqual(PAST_THE_WORKER);
  await raw.closeTab(tab);
  expect(Date.now(), "closed in time").toBeLessThan(EMBEDDED.fireAt - offset);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  onTime("page past the worker, closed", await raw.shownNotifications(), [EMBEDDED], offset);
});
