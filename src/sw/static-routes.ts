/** What TypeScript does not know of an install event. */
interface RoutingInstallEvent extends ExtendableEvent {
  addRoutes?(rules: readonly Rule[]): Promise<void>;
}

interface Rule {
  readonly condition: {
    readonly urlPattern: { readonly pathname: string; readonly search: string; readonly baseURL: string };
    readonly requestMethod: "get";
    readonly requestMode?: "navigate";
  };
  readonly source: "network" | { readonly cacheName: string };
}

/**
 * Has the browser answer for the app's page, at its own address and without a query, and for its
 * content-hashed files by itself, without waiting for this worker to start; what the cache has lost it asks
 * the network for. Browsers that know no static routes (Firefox, Safari) ask the worker, as ever, and so do
 * all for every other address.
 */
export async function routeStatically(
  event: RoutingInstallEvent,
  cacheName: string,
  base: string,
): Promise<void> {
  const rule = (path: string, source: Rule["source"], isPage = false): Rule => ({
    condition: {
      urlPattern: { pathname: base.replace(/[^\w/-]/g, "\\$&") + path, search: "", baseURL: location.href },
      requestMethod: "get",
      ...(isPage && { requestMode: "navigate" }),
    },
    source,
  });
  const rules = [
    rule("", { cacheName }, true),
    rule("assets/*", { cacheName }),
    // The feed is never answered from here.
    rule("schedule.ics", "network"),
  ];
  // A browser that has other ideas of a route: the worker answers.
  await event.addRoutes?.(rules).catch(() => undefined);
}
