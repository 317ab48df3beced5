import { markTitles } from "../../src/build/bench-feed";
import type { Measured } from "../../src/build/bench-metrics";
import type { FeedServer } from "../feed-server";
import { allDrawn, type BenchBrowser, longTasks, quiet, rowsPainted } from "./bench-browser";
import type { Conference } from "./bench-sites";
import { mainThreadBusy } from "./busy";
import { Tab } from "./tab";

const PAUSE = 1_500;
const LOOK = '[aria-label="Look for changes"]';
let changes = 0;

/** The app is here, and its schedule is not: until it is kept, seen from a tab beside it. */
export async function measureImport(browser: BenchBrowser, { feeds, feed }: Conference): Promise<Measured> {
  feeds.feed = { mode: "bytes", body: feed };
  const beside = await Tab.open(browser.raw, { throttle: 1 });
  await beside.goTo(`${feeds.url}robots.txt`);
  await beside.ask(
    () =>
      new Promise<void>((done, failed) => {
        const deleting = indexedDB.deleteDatabase("trackside:/");
        deleting.onsuccess = () => done();
        deleting.onerror = () => failed(deleting.error);
      }),
  );
  const tab = await browser.visit(feeds, "", "stopped");
  const began = await tab.ask(() => performance.timeOrigin);
  const keptAt = await beside.ask(async () => {
    const exists = async () =>
      (await indexedDB.databases()).some(({ name, version }) => name === "trackside:/" && version);
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const kept = async () => {
      const db = await answer(indexedDB.open("trackside:/"));
      try {
        if (!db.objectStoreNames.contains("freshness")) return false;
        const row = await answer(db.transaction("freshness").objectStore("freshness").get("home"));
        return row?.savedAt != null;
      } finally {
        db.close();
      }
    };
    const end = performance.now() + 120_000;
    while (performance.now() < end) {
      if ((await exists()) && (await kept())) return performance.timeOrigin + performance.now();
      await new Promise((done) => setTimeout(done, 25));
    }
    return null;
  });
  await rowsPainted(tab);
  await quiet(tab, PAUSE);
  // What the page does before it has anything read is not the import's.
  const { longest, long } = await longTasks(tab, await tab.ask(() => window.benchWatch.readAt ?? 0));
  await tab.close();
  await beside.close();
  return { "import.kept": keptAt && keptAt - began, "import.longest": longest, "import.long": long };
}

/** The attendee looks for changes: once there are none, once one title is another. */
export async function measureRefreshes(browser: BenchBrowser, conference: Conference): Promise<Measured> {
  const { feeds, feed } = conference;
  const tab = await browser.visit(feeds, "", "stopped");
  await rowsPainted(tab);
  await allDrawn(tab);
  await quiet(tab, PAUSE);
  await look(tab);
  await quiet(tab, PAUSE);

  const same = await mainThreadBusy(tab, () => look(tab));
  changes += 1;
  const mark = `Change ${changes}`;
  serve(feeds, markTitles(feed, 1, mark));
  await tab.ask(awaitMark, mark);
  const one = await mainThreadBusy(tab, async () => {
    await press(tab);
    return tab.ask(() => window.benchWatch.awaited);
  });
  const rows = await tab.ask(() => window.benchTouched?.() ?? 0);
  await tab.close();
  return {
    "same.done": same.value,
    "same.longest": same.longest,
    "same.busy": same.busy,
    "one.shown": one.value === null ? null : one.value - one.from,
    "one.longest": one.longest,
    "one.busy": one.busy,
    "one.rows": rows,
  };
}

declare global {
  interface Window {
    /** How many rows have changed since `awaitMark`. */
    benchTouched?: () => number;
  }
}

/** Waits, in the page, for a row in sight that holds a text, and counts the rows that are touched meanwhile. */
function awaitMark(mark: string): void {
  const watch = window.benchWatch;
  const touched = new Set<string | null>();
  // Those alone are looked at in each frame: to look at all of a large day would be a long task of its own.
  const marked = new Set<Element>();
  const idOf = (node: Node | null) => {
    const row = (node instanceof Element ? node : node?.parentElement)?.closest("article[data-session]");
    if (!row) return;
    touched.add(row.getAttribute("data-session"));
    if (row.textContent?.includes(mark)) marked.add(row);
  };
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes } of records) {
      idOf(target);
      for (const node of [...addedNodes, ...removedNodes]) {
        idOf(node);
        if (node instanceof Element)
          for (const row of node.querySelectorAll("article[data-session]")) idOf(row);
      }
    }
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  window.benchTouched = () => touched.size;
  watch.awaited = new Promise((done) => {
    const end = performance.now() + 60_000;
    const look = () => {
      if (performance.now() > end) return done(null);
      if (![...marked].some(watch.isSeen)) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
}

function serve(server: FeedServer, body: string): void {
  server.feed = { mode: "bytes", body };
}

/** Presses the button; its work is not waited for. */
async function press(tab: Tab): Promise<void> {
  const found = await tab.ask((button: string) => {
    const element = document.querySelector<HTMLElement>(button);
    element?.click();
    return element !== null;
  }, LOOK);
  if (!found) throw new Error("There is no button that looks for changes.");
}

/** Presses it and gives the milliseconds until it is no longer busy. */
async function look(tab: Tab): Promise<number | null> {
  return tab.ask(async (button: string) => {
    const element = document.querySelector<HTMLElement>(button);
    if (element === null) throw new Error("There is no button that looks for changes.");
    const began = performance.now();
    element.click();
    await new Promise((done) => setTimeout(done, 0));
    const end = began + 60_000;
    while (document.querySelector('.freshness [aria-busy="true"]') !== null) {
      if (performance.now() > end) return null;
      await new Promise((done) => setTimeout(done, 10));
    }
    return performance.now() - began;
  }, LOOK);
}
