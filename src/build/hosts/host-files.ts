import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import { HEADERS, STYLES_HASH } from "../inline-styles";
import { caddyFile } from "./caddy";
import type { HostSite } from "./host-site";
import { nginxFile } from "./nginx";
import { notFoundPage } from "./not-found";
import { cloudflareRoutes, cloudflareWorker, netlifyRedirects, vercelFile } from "./platforms";

/** What hosts read that is no part of the site: for servers, and for whoever wants the mirror as a rewrite. */
export function hostFiles(site: HostSite): Readonly<Record<string, string>> {
  const { base, feed } = site;
  return {
    "nginx.conf": nginxFile(site),
    Caddyfile: caddyFile(site),
    "vercel/vercel.json": vercelFile(site),
    ...(feed !== null && {
      "vercel/.vercelignore": "/schedule.ics\n",
      "netlify/_redirects": netlifyRedirects(base, feed),
      "cloudflare/_worker.js": cloudflareWorker(site),
      "cloudflare/_routes.json": cloudflareRoutes(base),
    }),
  };
}

/**
 * Writes them beside the site that is built: `dist-host/` beside `dist/`. They cannot lie in the project, since the
 * policy names the styles of one build. Into `dist/` itself go the page for addresses where nothing is, and
 * compressed copies for servers that take them: to compress the app's code for each visit anew is ninety times the
 * work.
 */
export function writeHostFiles(site: HostSite): Plugin {
  let folder = "";
  return {
    name: "trackside:host-files",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "404.html", source: notFoundPage(site) });
    },
    async writeBundle(_, bundle) {
      // Only what has a hash in its name: beside another file the copy of before might stay behind.
      for (const name of Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|ics)$/.test(name))) {
        const bytes = await readFile(join(folder, name));
        await writeFile(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      }
      const headers = withHash(site.headers, await readFile(join(folder, HEADERS), "utf8"));
      const beside = `${folder}-host`;
      // Not the whole folder: a server that runs from it keeps its last good copy there.
      for (const host of ["cloudflare", "netlify", "vercel"])
        await rm(join(beside, host), { recursive: true, force: true });
      for (const [name, text] of Object.entries(hostFiles({ ...site, headers }))) {
        await mkdir(dirname(join(beside, name)), { recursive: true });
        await writeFile(join(beside, name), text);
      }
    },
  };
}

/** The headers with the hash that the build has written into the site's own `_headers`. */
function withHash(headers: HostSite["headers"], written: string): HostSite["headers"] {
  const [hash] = /'sha256-[^']+'/.exec(written) ?? [];
  if (!hash) throw new Error(`${HEADERS} names no styles.`);
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(STYLES_HASH, hash)]),
  );
}
