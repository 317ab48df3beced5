import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";

/** One answer of the site, before the protocol's own headers. */
export interface SiteFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** True where the name holds a hash of the content, so that it may be kept for ever. */
  readonly hashed: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wav": "audio/wav",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * Reads what a static host would serve at `path` (relative to the base, without a leading slash).
 * A directory gives its index.html; an unknown path, a path outside `root` and the host's own
 * `_headers` give null, never the app's page: a missing file must be seen as missing.
 */
export async function siteFile(root: string, path: string): Promise<SiteFile | null> {
  const file = normalize(join(root, path));
  const inside = file === normalize(root) || file.startsWith(normalize(root + sep));
  if (!inside || path === "_headers" || path.includes("\0")) return null;
  const found = await stat(file).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory())
    return path === "" || path.endsWith("/") ? siteFile(root, `${path}index.html`) : null;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return { bytes: await readFile(file), type, hashed: path.startsWith("assets/") };
}

/** A strong validator: equal bytes have equal tags, whatever build or server they come from. */
export function entityTag(bytes: Uint8Array | string): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
}
