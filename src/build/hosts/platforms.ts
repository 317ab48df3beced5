import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ASKED_ANEW, CALENDAR, FOR_EVER, type HostSite } from "./host-site";

/**
 * Netlify's mirror, a line for `_redirects`. Netlify reads `dist/_headers` for all else, but sends none of it with
 * what it asks elsewhere: that comes with the headers of the feed's server.
 */
export function netlifyRedirects(base: string, feed: string): string {
  return `${base}schedule.ics  ${feed}  200!\n`;
}

/** `vercel.json`. A file goes before a rewrite there: with the mirror, `.vercelignore` leaves the feed's out. */
export function vercelFile({ base, feed, headers }: HostSite): string {
  const listed = (of: Readonly<Record<string, string>>) =>
    Object.entries(of).map(([key, value]) => ({ key, value }));
  const rules = [
    { source: `${base}(.*)`, headers: listed(headers) },
    { source: `${base}assets/(.*)`, headers: listed({ "Cache-Control": FOR_EVER }) },
    { source: `${base}((?!assets/).*)`, headers: listed({ "Cache-Control": ASKED_ANEW }) },
    { source: `${base}schedule.ics`, headers: listed({ "Content-Type": CALENDAR }) },
  ];
  const rewrites = feed ? [{ source: `${base}schedule.ics`, destination: feed }] : [];
  const file = { $schema: "https://openapi.vercel.sh/vercel.json", headers: rules, rewrites };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const WORKER = join(import.meta.dirname, "cloudflare-mirror.mjs");

/** The mirror as a function of Cloudflare Pages (`_worker.js`), with the site's own words in it. */
export function cloudflareWorker({ feed, headers }: HostSite): string {
  return readFileSync(WORKER, "utf8")
    .replace('"%FEED%"', () => JSON.stringify(feed))
    .replace("{} /* headers */", () => JSON.stringify(headers, null, 2));
}

/** Has Cloudflare call the function for the feed alone; all else is its files', and costs no call. */
export function cloudflareRoutes(base: string): string {
  return `${JSON.stringify({ version: 1, include: [`${base}schedule.ics`], exclude: [] }, null, 2)}\n`;
}
