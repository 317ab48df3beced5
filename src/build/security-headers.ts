import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CALENDAR, FOR_EVER } from "./hosts/host-site";
import { HEADERS, STYLES_HASH } from "./inline-styles";
import type { Site } from "./site";

const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  // The styles that stand in the page: the build writes their hash here.
  "style-src": `'self' ${STYLES_HASH}`,
  "img-src": "'self' data:",
  "font-src": "'self'",
  // The track of pocket mode, which the page makes itself.
  "media-src": "blob:",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "app",
} as const;

/** `origins` are those whose feeds the page may ask for, besides its own. */
const policy = (names: readonly string[], origins: readonly string[]): string =>
  Object.entries(POLICY)
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => [name, value, ...(name === "connect-src" ? origins : [])].join(" "))
    .join("; ");

/** The origins that a site's page may ask, as its policy names them. */
export function originsOf({ organiser, feed }: Pick<Site, "organiser" | "feed">): readonly string[] {
  const { feedOrigins, direct } = organiser;
  if (feedOrigins === "any") return ["https:"];
  const own = direct ? [new URL(feed.replace(/^webcals?:/i, "https:")).origin] : [];
  return [...new Set([...own, ...feedOrigins])];
}

/** The headers that a host should send with everything. */
export function securityHeaders(origins: readonly string[]): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": policy(Object.keys(POLICY), origins),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

/** The same policy for the page itself; browsers refuse `frame-ancestors` there, with an error. */
export function metaPolicy(origins: readonly string[]): string {
  return policy(
    Object.keys(POLICY).filter((name) => name !== "frame-ancestors"),
    origins,
  );
}

/**
 * The headers as a `_headers` file, which several static hosts read. They join what several rules say of one header,
 * so none is named by two; and they have all that no rule speaks of asked for anew, of themselves.
 */
export function headersFile(base: string, origins: readonly string[]): string {
  const lines = Object.entries(securityHeaders(origins)).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines,
    `${base}assets/*`,
    `  Cache-Control: ${FOR_EVER}`,
    `${base}schedule.ics`,
    `  Content-Type: ${CALENDAR}`,
    "",
  ].join("\n");
}

/**
 * The headers that the site's `_headers` file (Netlify's form: a path pattern, then indented
 * `Name: value` lines) asks for at one of `paths`. Empty where the site has no such file.
 */
export async function siteHeaders(root: string, paths: readonly string[]): Promise<Record<string, string>> {
  const text = await readFile(join(root, HEADERS), "utf8").catch(() => "");
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
