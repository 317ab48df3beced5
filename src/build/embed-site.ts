import type { Plugin } from "vite";
import { digestOf } from "./digest";
import { HEADERS } from "./inline-styles";
import { paperOf } from "./paper";
import { headersFile, metaPolicy } from "./security-headers";
import { descriptionOf, type Site } from "./site";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Puts the conference's feed and words into the site, and the security headers beside it. */
export function embedSite(site: Site, builtAt: Date): Plugin {
  const { base, bytes, conference } = site;
  const words: Readonly<Record<string, string>> = {
    TITLE: conference.name,
    DESCRIPTION: descriptionOf(conference),
    BUILT: builtAt.toISOString(),
    DAY_START: String(site.dayStartHour),
    OPEN_FEEDS: String(site.openFeeds),
    TIME_ZONE: site.defaultTimeZone ?? "",
    PAPER: paperOf("light"),
    PAPER_BY_NIGHT: paperOf("dark"),
  };
  // The feed as it is now, under a name of its own: kept with the app's files, and there on a first visit
  // whatever has become of the address that the app refreshes from.
  const embedded = `assets/embedded-${digestOf(bytes).slice(0, 8)}.ics`;
  let building = false;
  return {
    name: "trackside:embed-site",
    configResolved(config) {
      building = config.command === "build";
    },
    transformIndexHtml: {
      order: "pre",
      handler: (html) => ({
        html: html
          .replace(
            /%(TITLE|DESCRIPTION|BUILT|DAY_START|OPEN_FEEDS|TIME_ZONE|PAPER|PAPER_BY_NIGHT)%/g,
            (_, word: string) => escapeHtml(words[word] ?? ""),
          )
          .replace("%EMBEDDED%", base + (building ? embedded : "schedule.ics")),
        tags: building
          ? [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy(site.openFeeds) },
                injectTo: "head-prepend",
              },
            ]
          : [],
      }),
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split("?")[0] !== `${base}schedule.ics`) return next();
        response.setHeader("Content-Type", "text/calendar; charset=utf-8");
        response.end(bytes);
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "schedule.ics", source: bytes });
      this.emitFile({ type: "asset", fileName: embedded, source: bytes });
      this.emitFile({ type: "asset", fileName: HEADERS, source: headersFile(base, site.openFeeds) });
    },
  };
}
