declare const self: ServiceWorkerGlobalScope;

/**
 * Keeps the feed as the site has it now in a cache of its own, for a page whose store is refused or gone
 * when the network is gone too. A feed that cannot be had just now must not keep the app from installing.
 */
export async function keepEmbeddedFeed(): Promise<void> {
  const { scope } = self.registration;
  try {
    const cache = await caches.open(`trackside-feed-${new URL(scope).pathname}`);
    await cache.add(new Request(new URL("schedule.ics", scope), { cache: "no-cache" }));
  } catch {
    // The next version of the app tries again; a page with a store has its own copy.
  }
}
