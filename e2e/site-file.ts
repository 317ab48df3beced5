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

/**
 * The headers that the site's `_headers` file (Netlify's form: a path pattern, then indented
 * `Name: value` lines) asks for at one of `paths`. Empty where the site has no such file.
 */
export async function siteHeaders(root: string, paths: readonly string[]): Promise<Record<string, string>> {
  const text = await readFile(join(root, "_headers"), "utf8").catch(() => "");
  const headers: Record<string, string> = {};
  let applies = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!/^\s/.test(line)) {
      applies = paths.some((path) => matches(line.trim(), path));
    } else if (applies) {
      const colon = line.indexOf(":");
      headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
    }
  }
  return headers;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
