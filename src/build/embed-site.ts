import type { Plugin } from "vite";
import type { OrganisersWords } from "../ui/organisers-words";
import { digestOf } from "./digest";
import { HEADERS } from "./inline-styles";
import { paperOf } from "./paper";
import { headersFile, metaPolicy, originsOf } from "./security-headers";
import { descriptionOf, type Site } from "./site";

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The keys whose values the page has to know. */
const TOLD = [
  ...(["timeZone", "dayStartHour", "name", "leadMinutes", "descriptionFormat"] as const),
  ...(["feedOrigins", "logo"] as const),
];

function wordsFor({ organiser, feed }: Site): Partial<OrganisersWords> {
  const told = TOLD.filter((key) => key in organiser).map((key) => [key, organiser[key]] as const);
  return {
    ...Object.fromEntries(told),
    ...(organiser.direct && { feed: feed.replace(/^webcals?:/i, "https:") }),
  };
}

/** Puts the conference's feed and words into the site, and the security headers beside it. */
export function embedSite(site: Site, builtAt: Date): Plugin {
  const { base, bytes, conference, organiser } = site;
  const origins = originsOf(site);
  const words: Readonly<Record<string, string>> = {
    TITLE: conference.name,
    DESCRIPTION: descriptionOf(conference),
    BUILT: builtAt.toISOString(),
    ORGANISER: JSON.stringify(wordsFor(site)),
    PAPER: paperOf("light", organiser.colours),
    PAPER_BY_NIGHT: paperOf("dark", organiser.colours),
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
          .replace(/%(TITLE|DESCRIPTION|BUILT|ORGANISER|PAPER|PAPER_BY_NIGHT)%/g, (_, word: string) =>
            escapeHtml(words[word] ?? ""),
          )
          .replace("%EMBEDDED%", base + (building ? embedded : "schedule.ics")),
        tags: building
          ? [
              {
                tag: "meta",
                attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy(origins) },
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
      this.emitFile({ type: "asset", fileName: HEADERS, source: headersFile(base, origins) });
    },
  };
}
