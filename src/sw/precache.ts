import { cacheNames, clientsClaim, setCacheNameDetails } from "workbox-core";
import {
  cleanupOutdatedCaches,
  PrecacheController,
  type PrecacheEntry,
  PrecacheRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

declare const self: ServiceWorkerGlobalScope;

// The build writes objects only.
const manifest = self.__WB_MANIFEST as PrecacheEntry[];

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
 * Keeps the whole built site and answers from it: every address of the app is its one page. The feed is
 * not among the files: answered from here, a refresh would see the first schedule for ever.
 */
export function startPrecache(): void {
  setCacheNameDetails({ prefix: "trackside", suffix: new URL(self.registration.scope).pathname });
  const controller = new PrecacheController();
  controller.addToCacheList(manifest);
  self.addEventListener("install", (event) =>
    event.waitUntil(fillAtOnce(controller).then(() => controller.install(event))),
  );
  self.addEventListener("activate", (event) => event.waitUntil(controller.activate(event)));
  registerRoute(new PrecacheRoute(controller));
  registerRoute(new NavigationRoute(controller.createHandlerBoundToURL("index.html"), { denylist: [FILE] }));
  cleanupOutdatedCaches();
  clientsClaim();
}

/**
 * Fills the cache with all files at once, ahead of the precache, which asks for one after the other and
 * passes over what is there. On a first visit the network may be gone in a second: all files are off it
 * before the first is kept, for keeping a script has it compiled, and holds up what is still to come.
 */
async function fillAtOnce(controller: PrecacheController): Promise<void> {
  const cache = await caches.open(cacheNames.precache);
  const get = async ({ url, revision }: PrecacheEntry) => {
    const key = controller.getCacheKeyForURL(url);
    if (!key || (await cache.match(key))) return;
    const answer = await fetch(url, { cache: revision ? "reload" : "default" });
    if (!answer.ok || answer.redirected) return;
    const { status, statusText, headers } = answer;
    return { key, answer: new Response(await answer.arrayBuffer(), { status, statusText, headers }) };
  };
  // What fails here is asked for again, and its failure told, by the precache itself.
  const got = await Promise.allSettled(manifest.map(get));
  await Promise.allSettled(
    got.map((one) => one.status === "fulfilled" && one.value && cache.put(one.value.key, one.value.answer)),
  );
}
