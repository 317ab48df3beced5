/// <reference lib="webworker" />
import { isCacheOf } from "../../domain/cache-name";
import type { ToServiceWorker } from "../../domain/sw-message";

declare const self: ServiceWorkerGlobalScope;

// The worker of a build that takes the app off the devices of attendees (`KILL=1`): it takes the place of the one
// that is there, and goes. What the attendee has said stays in the database, for a version that may come back.

self.addEventListener("install", (event) => {
  // Else a reminder that it holds itself alive for would hold this one up.
  self.registration.active?.postMessage({ type: "give way" } satisfies ToServiceWorker);
  event.waitUntil(self.skipWaiting());
});

self.addEventListener("activate", (event) => event.waitUntil(leave()));

self.addEventListener("message", ({ data, ports }) => {
  // A page of the version before asks which code this is: other code.
  if ((data as ToServiceWorker).type === "version") ports[0]?.postMessage("");
});

/** Nothing that fails keeps the rest from going. */
async function leave(): Promise<void> {
  // Only the pages that this worker has taken over can be led anywhere, and it has done so before this.
  const pages = await self.clients.matchAll({ type: "window" });
  await Promise.allSettled([closeCards(), deleteCaches()]);
  await self.registration.unregister();
  // Not waited for: they load from the network, at their own pace.
  for (const page of pages) {
    // Without what stood behind the path: a page at the same address but for its `#` would not be loaded anew.
    const { origin, pathname } = new URL(page.url);
    void page.navigate(origin + pathname).catch(() => undefined);
  }
}

/** A click on one would find nobody. */
async function closeCards(): Promise<void> {
  for (const card of await self.registration.getNotifications()) card.close();
}

async function deleteCaches(): Promise<void> {
  const base = new URL(self.registration.scope).pathname;
  const ours = (await caches.keys()).filter((name) => isCacheOf(name, base));
  await Promise.all(ours.map((name) => caches.delete(name)));
}
