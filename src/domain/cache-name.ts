/** The name of a cache of this app, for one version of its files, under a base path (with a slash at both ends). */
export function cacheNameOf(version: string, base: string): string {
  return `trackside-${version}-${base}`;
}

/** True for a cache of any version under exactly this base path: an origin's caches are seen by all of its apps. */
export function isCacheOf(name: string, base: string): boolean {
  return name.startsWith("trackside-") && name.slice(name.indexOf("/")) === base;
}
