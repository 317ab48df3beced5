import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HEADERS, STYLES_HASH } from "./inline-styles";

const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  // The styles that stand in the page: the build writes their hash here.
  "style-src": `'self' ${STYLES_HASH}`,
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
  "frame-ancestors": "'none'",
  "require-trusted-types-for": "'script'",
  "trusted-types": "app",
} as const;

/** `openFeeds` lets the page ask any encrypted address: for the feeds that attendees bring in, and no more. */
const policy = (names: readonly string[], openFeeds: boolean): string =>
  Object.entries(POLICY)
    .filter(([name]) => names.includes(name))
    .map(([name, value]) => `${name} ${value}${name === "connect-src" && openFeeds ? " https:" : ""}`)
    .join("; ");

/** The headers that a host should send with everything. */
export function securityHeaders(openFeeds: boolean): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": policy(Object.keys(POLICY), openFeeds),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  };
}

/** The same policy for the page itself; browsers refuse `frame-ancestors` there, with an error. */
export function metaPolicy(openFeeds: boolean): string {
  return policy(
    Object.keys(POLICY).filter((name) => name !== "frame-ancestors"),
    openFeeds,
  );
}

/** The headers as a `_headers` file, which several static hosts read. */
export function headersFile(base: string, openFeeds: boolean): string {
  const lines = Object.entries(securityHeaders(openFeeds)).map(([name, value]) => `  ${name}: ${value}`);
  return [
    `${base}*`,
    ...lines,
    `${base}assets/*`,
    "  Cache-Control: public, max-age=31536000, immutable",
    "",
  ].join("\n");
}

/** The headers of everything in a built site, as its `_headers` file has them; none where there is no such site. */
export async function builtHeaders(site: string): Promise<Record<string, string>> {
  const text = await readFile(join(site, HEADERS), "utf8").catch(() => "");
  const [, ofAll = ""] = /^\S+\n((?: .*\n)*)/.exec(text) ?? [];
  const lines = ofAll.split("\n").filter((line) => line.includes(":"));
  return Object.fromEntries(
    lines.map((line) => {
      const [name = "", ...value] = line.split(":");
      return [name.trim(), value.join(":").trim()];
    }),
  );
}
