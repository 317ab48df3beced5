import type { Measured } from "../../src/build/bench-metrics";
import type { FeedServer } from "../feed-server";
import { type BenchBrowser, quiet } from "./bench-browser";
import type { Conference } from "./bench-sites";
import { mainThreadBusy } from "./busy";
import { Tab } from "./tab";

const PAUSE = 1_500;

/** Stars every session of the site's own conference, as an attendee would have, from a page beside the app. */
export async function starEverything(browser: BenchBrowser, server: FeedServer): Promise<void> {
  const tab = await Tab.open(browser.raw, { throttle: 1 });
  await tab.goTo(`${server.url}robots.txt`);
  await tab.ask(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open("trackside:/"));
    const row = await answer(db.transaction("conferences").objectStore("conferences").get("home"));
    const writing = db.transaction("stars", "readwrite");
    const now = Date.now();
    const star = { conference: "home", starredAt: now, run: "real", appStarredAt: now };
    for (const { id } of row.conference.sessions)
      writing.objectStore("stars").put({ ...star, sessionId: id });
    await new Promise<void>((done, failed) => {
      writing.oncomplete = () => done();
      writing.onerror = () => failed(writing.error);
    });
    db.close();
  });
  await tab.close();
}

/** One ring of an open page to which every session's reminder is still to come: it is seen again. */
export async function measureRing(browser: BenchBrowser, { starred }: Conference): Promise<Measured> {
  const tab = await browser.visit(starred, "#/about", "stopped");
  await tab.ask(
    () =>
      new Promise<void>((done) => {
        const look = () => (window.benchWatch.sent.clock === undefined ? setTimeout(look, 100) : done());
        look();
      }),
  );
  await quiet(tab, PAUSE);
  const { value, busy, longest } = await mainThreadBusy(tab, () =>
    tab.ask(
      () =>
        new Promise<number | null>((done) => {
          const { sent } = window.benchWatch;
          const before = sent.clock;
          const began = performance.now();
          // Of all that wakes the bell this alone concerns nothing else.
          document.dispatchEvent(new Event("resume"));
          const look = () => {
            const now = performance.now();
            // The bell tells its clock when to wake it, as the last thing of each ring.
            if (sent.clock !== undefined && sent.clock !== before) done(sent.clock - began);
            else if (now - began > 60_000) done(null);
            else setTimeout(look, 10);
          };
          look();
        }),
    ),
  );
  await tab.close();
  return { "ring.done": value, "ring.busy": busy, "ring.longest": longest };
}
