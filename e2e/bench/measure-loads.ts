import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Measured } from "../../src/build/bench-metrics";
import type { FeedServer } from "../feed-server";
import {
  allDrawn,
  type BenchBrowser,
  keptOffline,
  longTasks,
  quiet,
  rowsPainted,
  type WorkerState,
} from "./bench-browser";
import { type BenchSites, type Conference, MARK } from "./bench-sites";
import type { Tab } from "./tab";

const KB = 1_000;
const MB = 1_000_000;
/** Without a long task for so long, a load is over. */
const SETTLED = 1_500;

/** The yardsticks of a load: with the server stopped, each from its own service worker's cache. */
export async function measureYardsticks(
  browser: BenchBrowser,
  sites: BenchSites["yardsticks"],
): Promise<Measured> {
  const row = async (server: FeedServer, worker: WorkerState) => {
    const tab = await browser.visit(server, "", worker);
    const painted = await rowsPainted(tab);
    await tab.close();
    return painted.row;
  };
  return {
    throttle: await slowedDown(browser, sites.static),
    "static.stopped": await row(sites.static, "stopped"),
    "static.running": await row(sites.static, "running"),
    "react.inlined": await row(sites.inlined, "stopped"),
    "react.record": await row(sites.record, "stopped"),
  };
}

/** How many times longer the same work takes in a page as it is measured, after it has navigated. */
async function slowedDown(browser: BenchBrowser, server: FeedServer): Promise<number> {
  const tab = await browser.visit(server, "", "stopped");
  await rowsPainted(tab);
  const work = () => {
    let best = Number.POSITIVE_INFINITY;
    for (let times = 0; times < 5; times++) {
      const began = performance.now();
      let sum = 0;
      for (let count = 0; count < 20_000_000; count++) sum += count % 7;
      if (sum > 0) best = Math.min(best, performance.now() - began);
    }
    return best;
  };
  const slow = await tab.ask(work);
  await tab.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const fast = await tab.ask(work);
  await tab.close();
  return slow / fast;
}

/** A device that has never been here. */
export async function measureCold(browser: BenchBrowser, { cold, site }: Conference): Promise<Measured> {
  await browser.clear(cold);
  const tab = await browser.visit(cold, "", "stopped");
  const { row, appRow } = await rowsPainted(tab);
  await keptOffline(tab);
  await quiet(tab, SETTLED);
  const { longest, long } = await longTasks(tab);
  const asked = await tab.ask((until: number) => {
    const before = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return before.filter(({ responseEnd }) => responseEnd <= until).map(({ name }) => new URL(name).pathname);
  }, row);
  const scripts = await tab.ask(() =>
    [...document.querySelectorAll("script[src], link[rel=modulepreload]")].map(
      (one) => new URL(one.getAttribute("src") ?? one.getAttribute("href") ?? "", location.href).pathname,
    ),
  );
  const fcp = await firstPaint(tab);
  await tab.close();
  return {
    "cold.requests": asked.length + 1,
    "cold.bytes": (await sentBytes(site, ["/index.html", ...asked])) / KB,
    "cold.scripts": (await sentBytes(site, scripts)) / KB,
    "cold.fcp": fcp,
    "cold.row": row,
    "cold.app": appRow,
    "cold.longest": longest,
    "cold.long": long,
  };
}

/** A device that has the app, on the network. */
export async function measureOnline(browser: BenchBrowser, { home }: Conference): Promise<Measured> {
  await home.restart();
  const tab = await browser.visit(home, "", "stopped");
  const { row, appRow } = await rowsPainted(tab);
  await quiet(tab, SETTLED);
  await tab.close();
  await home.stop();
  return { "online.row": row, "online.app": appRow };
}

/** The same without a network, and what the page weighs with nothing opened. */
export async function measureOffline(browser: BenchBrowser, { home }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "", "stopped");
  const { row, appRow } = await rowsPainted(tab);
  await allDrawn(tab);
  await quiet(tab, SETTLED);
  const { longest, long } = await longTasks(tab);
  const measured: Measured = {
    "offline.fcp": await firstPaint(tab),
    "offline.row": row,
    "offline.app": appRow,
    "offline.longest": longest,
    "offline.long": long,
    heap: (await heapBytes(tab)) / MB,
    elements: await tab.ask(() => document.querySelectorAll("*").length),
  };
  await tab.close();
  return measured;
}

/** The same with a service worker that runs already. */
export async function measureRunning(browser: BenchBrowser, { home }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "", "running");
  const { row, appRow } = await rowsPainted(tab);
  await tab.close();
  return { "running.row": row, "running.app": appRow };
}

/** Without a network, and what is stored is not what came with the app: only rows of what is stored count. */
export async function measureChanged(browser: BenchBrowser, { changed }: Conference): Promise<Measured> {
  const tab = await browser.visit(changed, "", "stopped", { marker: MARK });
  const { row, appRow } = await rowsPainted(tab);
  await tab.close();
  return { "changed.row": row, "changed.app": appRow };
}

/** What the service worker has kept. */
export async function measurePrecache(browser: BenchBrowser, { home, site }: Conference): Promise<Measured> {
  const tab = await browser.visit(home, "", "stopped", { throttle: 1 });
  await rowsPainted(tab);
  const kept = await tab.ask(async () => {
    const all: string[] = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
    }
    return all;
  });
  await tab.close();
  const files = [...new Set(kept)];
  return { precache: (await sentBytes(site, files)) / KB, "precache.files": files.length };
}

async function firstPaint(tab: Tab): Promise<number | null> {
  return tab.ask(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null);
}

async function heapBytes(tab: Tab): Promise<number> {
  await tab.send("Performance.enable");
  // What one collection frees may hold the last of something else.
  for (let times = 0; times < 2; times++) await tab.send("HeapProfiler.collectGarbage");
  const { metrics } = await tab.send<{ metrics: { name: string; value: number }[] }>(
    "Performance.getMetrics",
  );
  return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
}

/** Bytes as a host sends them: gzip, but for what is packed already. */
async function sentBytes(site: string, paths: readonly string[]): Promise<number> {
  let sum = 0;
  for (const path of paths) {
    const file = await readFile(join(site, path === "/" ? "index.html" : path)).catch(() => null);
    if (file === null) throw new Error(`${path} is no file of the site.`);
    sum += /\.(woff2|png|ico)$/.test(path) ? file.length : gzipSync(file).length;
  }
  return sum;
}
