/** What a host has to know of a site that was built. */
export interface HostSite {
  /** The path it is served under, with a slash at both ends. */
  readonly base: string;
  /** What the conference is called. */
  readonly name: string;
  /** The `http(s)` address that was embedded, to be mirrored; null where a file was. */
  readonly feed: string | null;
  /** Sent with every answer: the security headers, with the hash of this build's styles in them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** For `assets/`, whose names hold a hash of what is in them. */
export const FOR_EVER = "public, max-age=31536000, immutable";
/** For all else: kept, and asked for anew each time, which costs an answer without a body. */
export const ASKED_ANEW = "no-cache";

export const CALENDAR = "text/calendar; charset=utf-8";

/**
 * The address of a feed as a server may ask it: `webcal` is `https`, and no character is left that a
 * configuration file could take for its own. Null for what is no address.
 */
export function mirrored(feed: string): string | null {
  if (!/^(https?|webcals?):/i.test(feed)) return null;
  const url = new URL(feed.replace(/^webcals?:/i, "https:"));
  url.hash = "";
  return url.href.replace(
    /[\\$"'`{}|;\s]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
