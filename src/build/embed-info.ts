import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { InfoEntry } from "../domain/info-entry";

/** The organiser's entries, and which version of the app the site is made of. */
export const INFO_FILE = "info.json";

/** What `dist/info.json` holds. */
export function infoFile(info: readonly InfoEntry[]): string {
  const { version, repository } = JSON.parse(readFileSync(resolve("package.json"), "utf8")) as {
    readonly version: string;
    readonly repository?: string | { readonly url: string };
  };
  const source = typeof repository === "object" ? repository.url : repository;
  return JSON.stringify({ version, source: source?.replace(/^git\+|\.git$/g, "") ?? null, info });
}

/**
 * Writes what the organiser tells attendees into a file of its own, so that a change of it is no new version
 * of the app; and into the page what the entries are called, so that the way to them is there at once.
 */
export function embedInfo(base: string, info: readonly InfoEntry[]): Plugin {
  return {
    name: "trackside:embed-info",
    transformIndexHtml: () =>
      info.length === 0
        ? []
        : [
            {
              tag: "meta",
              attrs: { name: "trackside-info", content: JSON.stringify(info.map(({ title }) => title)) },
              injectTo: "head",
            },
          ],
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split("?")[0] !== base + INFO_FILE) return next();
        response.setHeader("Content-Type", "application/json; charset=utf-8");
        response.end(infoFile(info));
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: INFO_FILE, source: infoFile(info) });
    },
  };
}
