// The mirror of the feed as a function of Cloudflare Pages: dist-host/cloudflare/_worker.js, with the address and the
// headers of the site that was built. It keeps the last good copy in the cache of each data centre (on a domain of
// your own: Cloudflare gives *.pages.dev no such cache), and serves the copy of the build where it has none.

/** @typedef {{ match(key: Request): Promise<Response | undefined>, put(key: Request, answer: Response): Promise<void> }} Kept */
/** @typedef {{ ASSETS: { fetch(request: Request): Promise<Response> } }} Files */

/** @type {string} */
const FEED = "%FEED%";
/** @type {Record<string, string>} */
const HEADERS = {} /* headers */;

/** Milliseconds: how long a copy is served without a question, and how long the feed's server may take. */
const FRESH = 30_000;
const PATIENCE = 5_000;
/** Seconds that a copy is kept for a server that is gone. */
const LAST_GOOD = 30 * 24 * 3600;
const LARGEST = 32 * 2 ** 20;

/**
 * @param {Request} request
 * @param {Files} files
 * @param {Kept} cache
 */
export async function mirror(request, files, cache) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response("Only to be read.\n", { status: 405, headers: { ...HEADERS, Allow: "GET, HEAD" } });
  // One copy, whatever stands behind a question mark.
  const key = new Request(new URL("schedule.ics", request.url));
  const kept = await cache.match(key);
  if (kept && Date.now() - Number(kept.headers.get("X-Asked")) < FRESH) return answer(request, kept);
  const copy = (await newCopy()) ?? kept;
  if (!copy) return answer(request, await files.ASSETS.fetch(key));
  // An old one as well: where the server fails, not everybody is to wait for that.
  await cache.put(key, stamped(copy.clone()));
  return answer(request, copy);
}

/** The feed as it is now; undefined where what came is no calendar. */
async function newCopy() {
  try {
    const given = await fetch(FEED, { signal: AbortSignal.timeout(PATIENCE) });
    const bytes = given.ok ? await given.arrayBuffer() : new ArrayBuffer(0);
    if (bytes.byteLength > LARGEST || !isCalendar(bytes)) return undefined;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
    const tag = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return new Response(bytes, { headers: { ETag: `"${tag}"` } });
  } catch {
    return undefined;
  }
}

/** Whole, from its first line to its last. @param {ArrayBuffer} bytes */
function isCalendar(bytes) {
  const text = new TextDecoder().decode(bytes);
  return /^\s*BEGIN:VCALENDAR\b/i.test(text) && /\bEND:VCALENDAR\s*$/i.test(text);
}

/** @param {Response} copy */
function stamped({ body, headers }) {
  const tag = headers.get("ETag");
  return new Response(body, {
    headers: {
      "Cache-Control": `public, max-age=${LAST_GOOD}`,
      "X-Asked": String(Date.now()),
      ...(tag ? { ETag: tag } : {}),
    },
  });
}

/**
 * @param {Request} request
 * @param {Response} copy
 */
function answer(request, copy) {
  const tag = copy.headers.get("ETag");
  const headers = {
    ...HEADERS,
    "Cache-Control": "no-cache",
    "Content-Type": "text/calendar; charset=utf-8",
    ...(tag ? { ETag: tag } : {}),
  };
  const plain = (/** @type {string} */ one) => one.trim().replace(/^W\//, "");
  const asked = (request.headers.get("If-None-Match") ?? "").split(",").map(plain);
  if (tag && asked.includes(plain(tag))) return new Response(null, { status: 304, headers });
  return new Response(request.method === "HEAD" ? null : copy.body, { status: copy.status, headers });
}

// biome-ignore lint/style/noDefaultExport: Cloudflare calls what this file exports by default.
export default {
  /**
   * @param {Request} request
   * @param {Files} files
   */
  fetch: (request, files) =>
    mirror(request, files, /** @type {{ default: Kept }} */ (/** @type {unknown} */ (caches)).default),
};
