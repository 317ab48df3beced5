import { clientsClaim, setCacheNameDetails } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;

// The build writes objects only. What has a revision comes first: it always goes to the network, and the
// rest may come from the browser's own cache.
const manifest = (self.__WB_MANIFEST as PrecacheEntry[]).sort(
  (a, b) => Number(!a.revision) - Number(!b.revision),
);

/**
 * The version of the app's own code: the content-hashed names of its scripts and styles. A build that
 * differs in schedule or page alone has the same.
 */
export const codeVersion = manifest
  .map(({ url }) => url)
  .filter((url) => /\.(js|css)$/.test(url))
  .sort()
  .join(" ");

/** A path that ends like a file's name; a dot in the query ("?rehearse=…50.000Z") makes no file. */
const FILE = /^[^?]*\.\w+(\?|$)/;

/**
 * Fetches the hashed files at once, ahead of the precache, which asks for one after the other: its
 * questions are then answered by the browser's own cache, and on a slow network the app is whole seconds
 * earlier.
 */
export async function fetchAhead(): Promise<void> {
  // What has a revision of its own would be fetched anew all the same.
  const hashed = manifest.filter(({ revision }) => !revision);
  await Promise.allSettled(hashed.map(async ({ url }) => (await fetch(url)).arrayBuffer()));
}

/**
 * Keeps the whole built site and answers from it: every address of the app is its one page. The feed is
 * not among the files: answered from here, a refresh would see the first schedule for ever.
 */
export function startPrecache(): void {
  setCacheNameDetails({ prefix: "trackside", suffix: new URL(self.registration.scope).pathname });
  precacheAndRoute(manifest);
  registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html"), { denylist: [FILE] }));
  cleanupOutdatedCaches();
  clientsClaim();
}
