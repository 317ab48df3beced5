import { readFile } from "node:fs/promises";
import { benchFeed, markTitles, movedAhead } from "../../src/build/bench-feed";
import { buildSite, removeSites } from "../build-site";
import { type FeedServer, startFeedServer } from "../feed-server";
import { buildYardsticks, type YardstickSites } from "./yardstick-sites";

/** The size at which the conference's own feed is measured instead of a made one. */
const OWN = 27;

/** What the titles are marked with of a feed that has changed since the build. */
export const MARK = "Moved:";
/** As many rows as fit into the first screen. */
const MARKED = 12;

/** One conference as it is served: the same build under several origins, so that each has a store of its own. */
export interface Conference {
  readonly size: number;
  readonly feed: string;
  readonly changedFeed: string;
  readonly site: string;
  /** Its data is cleared before each visit. */
  readonly cold: FeedServer;
  /** Visited before, with nothing changed. */
  readonly home: FeedServer;
  /** Visited before, and its feed is another since the build. */
  readonly changed: FeedServer;
  /** Its feed comes, and comes again. */
  readonly feeds: FeedServer;
  /** Every session is starred. */
  readonly starred: FeedServer;
}

/** Everything that is visited. */
export interface BenchSites {
  readonly conferences: readonly Conference[];
  readonly yardsticks: Readonly<Record<keyof YardstickSites, FeedServer>>;
  remove(): Promise<void>;
}

/** Builds the app for each size, and the yardsticks, and serves them. */
export async function openSites(sizes: readonly number[]): Promise<BenchSites> {
  const servers: FeedServer[] = [];
  const serve = async (root: string): Promise<FeedServer> => {
    const server = await startFeedServer({ root });
    servers.push(server);
    return server;
  };
  const conferences: Conference[] = [];
  for (const size of sizes) {
    const feed = await feedOf(size);
    const site = await buildSite({ feed });
    conferences.push({
      ...{ size, feed, site },
      changedFeed: markTitles(feed, MARKED, MARK),
      cold: await serve(site),
      home: await serve(site),
      changed: await serve(site),
      feeds: await serve(site),
      starred: await serve(site),
    });
  }
  const sites = await buildYardsticks(new Map(conferences.map(({ size, feed }) => [size, feed])));
  return {
    conferences,
    yardsticks: {
      static: await serve(sites.static),
      inlined: await serve(sites.inlined),
      record: await serve(sites.record),
      reader: await serve(sites.reader),
    },
    remove: async () => {
      for (const server of servers) await server.stop();
      await removeSites([...conferences.map(({ site }) => site), ...Object.values<string>({ ...sites })]);
    },
  };
}

async function feedOf(size: number): Promise<string> {
  if (size !== OWN) return benchFeed(size);
  return movedAhead(await readFile(new URL("../../public/schedule.ics", import.meta.url), "utf8"));
}
