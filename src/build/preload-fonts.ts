import type { Plugin } from "vite";

/** The faces of every first screen; a latin-ext one is fetched where a title asks for it. */
const FIRST_SCREEN = /(^|\/)barlow(-semi-condensed)?-latin-(400|600)-normal[^/]*\.woff2$/;

/** Has the page ask for the first screen's fonts beside its code, instead of once a style sheet names them. */
export function preloadFonts(base: string): Plugin {
  return {
    name: "trackside:preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FIRST_SCREEN.test(file))
          .sort()
          .map((file) => ({
            tag: "link",
            // A font is always fetched without credentials: without `crossorigin` it would be fetched twice.
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: base + file },
            injectTo: "head" as const,
          })),
    },
  };
}
