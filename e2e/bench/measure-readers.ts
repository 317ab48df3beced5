import type { Measured } from "../../src/build/bench-metrics";
import type { FeedServer } from "../feed-server";
import type { BenchBrowser } from "./bench-browser";
import { Tab } from "./tab";
import type { ReaderRequest } from "./yardsticks/reader.worker";

/** The app's reader and the least that ical.js can do, each in a worker of its own, on the same feed. */
export async function measureReaders(
  browser: BenchBrowser,
  server: FeedServer,
  size: number,
): Promise<Measured> {
  const tab = await Tab.open(browser.raw, { throttle: 1 });
  await tab.goTo(server.url);
  const read = async (reader: ReaderRequest["reader"]) => {
    const { sessions, took } = await tab.ask(
      async (given: { reader: ReaderRequest["reader"]; address: string }) => {
        while (!("readWith" in window)) await new Promise((done) => setTimeout(done, 20));
        return window.readWith(given.reader, given.address);
      },
      { reader, address: `feed-${size}.ics` },
    );
    if (sessions !== size) throw new Error(`${reader} has read ${sessions} of ${size} sessions.`);
    return took;
  };
  const measured = { ical: await read("ical"), reader: await read("app") };
  await tab.close();
  return measured;
}
