import { createHash } from "node:crypto";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { build, type Plugin } from "vite";
import { APP, FACTS, factsOf } from "../ui/first/facts";
import { firstScreen } from "../ui/first/first-screen";
import { digestOf } from "./digest";
import type { Site } from "./site";

const ENTRY = join(import.meta.dirname, "../ui/first/first-look.ts");

/**
 * Writes the first screen of the embedded conference into the page, and into its head the script that hides
 * it, before anything is painted, where it is not what this visit shows.
 */
export function embedFirstScreen(site: Site, builtAt: Date): Plugin {
  const { base, bytes, conference, organiser } = site;
  let script = "";
  let file = "";
  return {
    name: "trackside:first-screen",
    apply: "build",
    async buildStart() {
      script = await bundleScript(base, organiser.languages);
      file = `assets/first-${createHash("sha256").update(script).digest("hex").slice(0, 8)}.js`;
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        const { shown, unscripted } = firstScreen(conference, organiser.logo);
        const facts = factsOf(conference, digestOf(bytes), builtAt.getTime());
        const [tag = "", app = ""] =
          /<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/.exec(html) ?? [];
        return {
          html: html
            .replace("<!--first-->", () => markupOf(shown))
            .replace("<!--unscripted-->", () => markupOf(unscripted))
            // Run by the script of the head, when the first screen has been painted.
            .replace(tag, ""),
          tags: [
            {
              tag: "script",
              // A classic one: it is to hold up the first paint.
              attrs: {
                src: base + file,
                [`data-${FACTS}`]: JSON.stringify(facts),
                [`data-${APP}`]: app,
              },
              injectTo: "head-prepend" as const,
            },
          ],
        };
      },
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: file, source: script });
    },
  };
}

/** The picture as HTML. The site's policy would drop styles that stand in it. */
function markupOf(picture: React.ReactElement): string {
  const markup = renderToStaticMarkup(picture);
  if (/ style=/.test(markup)) throw new Error("The first screen carries styles that its page refuses.");
  return markup;
}

async function bundleScript(base: string, languages: Site["organiser"]["languages"]): Promise<string> {
  const { NODE_ENV } = process.env;
  const built = await build({
    configFile: false,
    logLevel: "error",
    base,
    publicDir: false,
    define: { LANGUAGES_OFFERED: JSON.stringify(languages) },
    build: {
      write: false,
      target: "es2023",
      modulePreload: false,
      rolldownOptions: { input: ENTRY, output: { format: "iife" } },
    },
  });
  // As for every build within another.
  if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = NODE_ENV;
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    "output" in one ? one.output : [],
  );
  const [chunk] = outputs.filter((output) => output.type === "chunk");
  if (!chunk) throw new Error("The first screen's script was not built.");
  return chunk.code;
}
