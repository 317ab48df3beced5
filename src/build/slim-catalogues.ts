import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const FOLDER = join(import.meta.dirname, "../ui/language");
/** What the page imports for the messages themselves; no file has that name. */
const MESSAGES = "virtual:messages";

const catalogue = (file: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

/**
 * Writes the English messages, which are every catalogue's keys, into one file for all languages, and of each language
 * its words alone, in the order of those. The catalogues' own test sees to it that all have the same keys.
 */
export function slimCatalogues(): Plugin {
  const messages = Object.keys(catalogue(join(FOLDER, "hi.json")));
  return {
    name: "trackside:slim-catalogues",
    enforce: "pre",
    resolveId: (id) => (id === MESSAGES ? `\0${MESSAGES}` : null),
    load(id) {
      if (id === `\0${MESSAGES}`) return `export const messages = ${JSON.stringify(messages)};`;
      const [file = ""] = id.split("?");
      if (!file.startsWith(FOLDER) || !file.endsWith(".json")) return null;
      const words = catalogue(file);
      const said = messages.map((message) => words[message] ?? message);
      // As JSON, which Vite makes a module of.
      return JSON.stringify(said);
    },
  };
}
