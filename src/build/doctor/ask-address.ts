/** What a server says beside a feed, to a page of another origin. */
export interface AddressHeaders {
  /** Access-Control-Allow-Origin, or null. */
  readonly allowOrigin: string | null;
  readonly contentType: string | null;
  /** It says when the feed has changed, by ETag or Last-Modified. */
  readonly hasValidator: boolean;
}

/** The origin of nobody's site, to ask as a page elsewhere would. */
export const ELSEWHERE = "https://schedule.example";

/**
 * Asks an address as a page of another origin would, and reads no more than the head of the answer. Null where
 * none came within `timeout` milliseconds, or no good one.
 */
export async function askAddress(address: string, timeout = 5_000): Promise<AddressHeaders | null> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  try {
    const answer = await fetch(address.replace(/^webcals?:/i, "https:"), {
      headers: { Origin: ELSEWHERE },
      signal: stop.signal,
    });
    if (!answer.ok) return null;
    return {
      allowOrigin: answer.headers.get("access-control-allow-origin"),
      contentType: answer.headers.get("content-type"),
      hasValidator: answer.headers.has("etag") || answer.headers.has("last-modified"),
    };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
