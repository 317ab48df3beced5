import { cacheNameOf, isCacheOf } from "../domain/cache-name";
import { type KeptFile, keepFiles } from "./keep-files";
import { routeStatically } from "./static-routes";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly KeptFile[] };

// The build writes them in here.
const manifest = self.__WB_MANIFEST;

/**
 * The version of the app's own code: the content-hashed names of its scripts and styles. A build that
 * differs in schedule or page alone has the same.
 */
export const codeVersion = manifest
  .map(({ url }) => url)
  .filter((url) => /\.(js|css)$/.test(url))
  .sort()
  .join(" ");

/** The app's one page, under the address that it is opened by. */
const { scope } = self.registration;
const base = new URL(scope).pathname;

const files: ReadonlyMap<string, KeptFile> = new Map(
  manifest.map((file) => [file.url === "index.html" ? scope : scope + file.url, file]),
);

/**
 * The cache of this version of the site, and of no other: what waits for its turn is not seen by pages of
 * the version before it, nor the other way round. Named by the base path as well, as all that is kept.
 */
const cacheName = cacheNameOf(shortHash(JSON.stringify(manifest)), base);

/**
 * Keeps the whole built site and answers from it: every address of the app is its one page, whatever stands
 * behind the path. A path below it may be another event's, which this worker must not answer for. The feed is not
 * among the files: answered from here, a refresh would see the first schedule for ever.
 */
export function startPrecache(): void {
  self.addEventListener("install", (event) => {
    event.waitUntil(
      Promise.all([keepFiles(cacheName, files, ours), routeStatically(event, cacheName, base)]),
    );
  });
  self.addEventListener("activate", (event) =>
    event.waitUntil(Promise.all([self.clients.claim(), tidyUp()])),
  );
  self.addEventListener("fetch", (event) => {
    const address = addressOf(event.request);
    if (address !== null) event.respondWith(answer(address));
  });
}

/** Under which address the answer to a request is kept; null where it is for the network. */
function addressOf({ method, mode, url }: Request): string | null {
  if (method !== "GET") return null;
  const { origin, pathname, search } = new URL(url);
  const path = origin + pathname;
  const isPage = path === scope || path === `${scope}index.html`;
  if (isPage && mode === "navigate") return scope;
  return files.has(path + search) ? path + search : null;
}

async function answer(address: string): Promise<Response> {
  const kept = await caches.match(address, { cacheName }).catch(() => undefined);
  return kept ?? fetch(address); // The browser has thrown it away, or was told to.
}

/** The caches of all versions under this base path. */
async function ours(): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => isCacheOf(name, base));
}

async function tidyUp(): Promise<void> {
  const others = (await ours()).filter((name) => name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** FNV-1a, 32 bits: a word for a text, another one for almost every other text. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
