import type { FetchedFeed } from "../feed/fetch-feed";
import { BASE } from "./trusted";

/** The address of the feed: the site's own copy of it. */
export const FEED_ADDRESS = `${BASE}schedule.ics`;

/** When the embedded copy of the feed was built in, epoch milliseconds; now where the page does not say. */
export function embeddedAt(now: number): number {
  const written = document.querySelector<HTMLMetaElement>("meta[name=trackside-built]")?.content;
  const at = Date.parse(written ?? "");
  return Number.isNaN(at) ? now : at;
}

/**
 * The feed as it came with the app, out of the service worker's cache: for a device whose store is empty
 * (refused or purged) while the network is gone.
 */
export async function readEmbeddedFeed(): Promise<FetchedFeed> {
  const kept = "caches" in globalThis ? await caches.match(FEED_ADDRESS, { ignoreSearch: true }) : undefined;
  if (!kept) return { ok: false, reason: "No copy of the schedule is kept here.", unreachable: true };
  return { ok: true, bytes: new Uint8Array(await kept.arrayBuffer()) };
}
