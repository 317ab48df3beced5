import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { STYLES_HASH } from "../inline-styles";
import { headersFile, securityHeaders } from "../security-headers";
import type { HostSite } from "./host-site";
import { notFoundPage } from "./not-found";

/** A calendar of that title, long enough to be worth compressing. */
export const calendarOf = (title: string): string =>
  `BEGIN:VCALENDAR\r\nX-WR-CALNAME:${title}\r\n${"X-LINE:tick\r\n".repeat(200)}END:VCALENDAR\r\n`;

/** A site as the build tells hosts of it. */
export function sampleHostSite(given: Partial<HostSite> = {}): HostSite {
  const headers = Object.entries(securityHeaders([])).map(
    ([name, value]) => [name, value.replace(STYLES_HASH, "'sha256-abc+/='")] as const,
  );
  return { base: "/", name: "Pencil Days", feed: null, headers: Object.fromEntries(headers), ...given };
}

/** Writes a small `dist/` into a new folder, as a build would; the caller removes the folder. */
export async function sampleDist(site: HostSite): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trackside-host-"));
  const files: Readonly<Record<string, string>> = {
    "index.html": `<!doctype html><title>Pencil</title>${"<p>line</p>".repeat(300)}`,
    "404.html": notFoundPage(site),
    "sw.js": "// worker",
    "icon.svg": "<svg/>",
    "manifest.webmanifest": "{}",
    "schedule.ics": calendarOf("built"),
    "assets/app-12345678.js": `// ${"script ".repeat(1000)}`,
    _headers: headersFile(site.base, []).replace(STYLES_HASH, "'sha256-abc+/='"),
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "dist", name)), { recursive: true });
    await writeFile(join(folder, "dist", name), text);
  }
  return folder;
}

/** Asks by itself for the plain bytes: whoever names no encoding gets none. */
export const ask = (url: string, headers: Record<string, string> = {}, method = "GET"): Promise<Response> =>
  fetch(url, { method, redirect: "manual", headers: { "accept-encoding": "identity", ...headers } });

/** What an answer says under the names of the site's headers. */
export const securityOf = (answer: Response, site: HostSite): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.keys(site.headers).map((name) => [name, answer.headers.get(name)]));
