import type { Measured, MetricName } from "../../src/build/bench-metrics";
import type { FeedServer } from "../feed-server";
import type { BenchBrowser } from "./bench-browser";
import { type BenchSites, type Conference, MARK } from "./bench-sites";
import { measureImport, measureRefreshes } from "./measure-feeds";
import {
  measureChanged,
  measureCold,
  measureOffline,
  measureOnline,
  measurePrecache,
  measureRunning,
  measureYardsticks,
} from "./measure-loads";
import { measureReaders } from "./measure-readers";
import { measureRing, starEverything } from "./measure-ring";
import { measureKeys, measureScroll, measureTouches } from "./measure-touches";

/** Something that is measured once in each run. */
export interface Measure {
  readonly name: string;
  /** Sessions; null for a yardstick without any. */
  readonly size: number | null;
  readonly yields: readonly MetricName[];
  /** Makes ready what it needs; what several need is made ready once. */
  prepare(): Promise<void>;
  measure(): Promise<Measured>;
}

/** Everything there is to measure, in the order of a run: the yardsticks lie between the sizes. */
export function measuresOf(browser: BenchBrowser, sites: BenchSites): readonly Measure[] {
  const made = new Map<FeedServer, Promise<void>>();
  const once = (server: FeedServer, make: () => Promise<void>) => {
    const making = made.get(server) ?? make();
    made.set(server, making);
    return making;
  };
  /** A visited site whose server is stopped from then on. */
  const visited = (server: FeedServer) =>
    once(server, async () => {
      await browser.prepare(server);
      await browser.prepare(server);
      await server.stop();
    });
  const { static: plain, inlined, record } = sites.yardsticks;
  const yardsticks: Measure = {
    name: "yardsticks",
    size: null,
    yields: ["throttle", "static.stopped", "static.running", "react.inlined", "react.record"],
    prepare: async () => {
      for (const server of [plain, inlined, record]) await visited(server);
    },
    measure: () => measureYardsticks(browser, sites.yardsticks),
  };
  const ofConference = (conference: Conference): readonly Measure[] => {
    const { size, home, changed, feeds, starred } = conference;
    const measure = (
      name: string,
      yields: readonly MetricName[],
      work: (browser: BenchBrowser, conference: Conference) => Promise<Measured>,
      prepare: () => Promise<void> = () => visited(home),
    ): Measure => ({
      name: `${name}, ${size} sessions`,
      ...{ size, yields, prepare },
      measure: () => work(browser, conference),
    });
    const none = async () => {};
    return [
      measure(
        "cold",
        [
          "cold.requests",
          "cold.bytes",
          "cold.scripts",
          "cold.fcp",
          "cold.row",
          "cold.app",
          "cold.longest",
          "cold.long",
        ],
        measureCold,
        none,
      ),
      measure("repeat, online", ["online.row", "online.app"], measureOnline),
      measure(
        "repeat, offline",
        [
          "offline.fcp",
          "offline.row",
          "offline.app",

          "offline.longest",
          "offline.long",
          "heap",
          "elements",
        ],
        measureOffline,
      ),
      measure("repeat, worker running", ["running.row", "running.app"], measureRunning),
      measure("repeat, changed", ["changed.row", "changed.app"], measureChanged, () =>
        once(changed, async () => {
          await browser.prepare(changed);
          changed.feed = { mode: "bytes", body: conference.changedFeed };
          for (let times = 0; times < 2; times++) await browser.prepare(changed, MARK);
          await changed.stop();
        }),
      ),
      measure("touches", ["star", "day", "open.title", "open.settled"], measureTouches),
      measure("keys", ["key.first", "key.settled"], measureKeys),
      measure("scroll", ["scroll.longest", "scroll.long"], measureScroll),
      measure(
        "readers",
        ["ical", "reader"],
        () => measureReaders(browser, sites.yardsticks.reader, size),
        none,
      ),
      measure("import", ["import.kept", "import.longest", "import.long"], measureImport, () =>
        once(feeds, () => browser.prepare(feeds)),
      ),
      measure(
        "refreshes",
        ["same.done", "same.longest", "same.busy", "one.shown", "one.longest", "one.busy", "one.rows"],
        measureRefreshes,
        () => once(feeds, () => browser.prepare(feeds)),
      ),
      measure("ring", ["ring.done", "ring.longest", "ring.busy"], measureRing, () =>
        once(starred, async () => {
          await browser.prepare(starred);
          await starEverything(browser, starred);
          await browser.prepare(starred);
          await starred.stop();
        }),
      ),
      measure("precache", ["precache", "precache.files"], measurePrecache),
    ];
  };
  return sites.conferences.flatMap((conference) => [yardsticks, ...ofConference(conference)]);
}
