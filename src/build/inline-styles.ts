import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { FILE } from "../ui/first/facts";

/** Where the page's policy and the host's have to name the styles that stand in the page: their hash. */
export const STYLES_HASH = "STYLES_HASH";

/** The file that several static hosts read. */
export const HEADERS = "_headers";

/**
 * Writes the app's styles into the page, so that its first paint waits for no second file, and their hash into
 * the policies of page and host. The file stays: for a host whose own policy does not know the hash.
 */
export function inlineStyles(): Plugin {
  return {
    name: "trackside:inline-styles",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle = {} }) => {
        const [link = "", href = ""] = /<link rel="stylesheet"[^>]* href="([^"]+)">/.exec(html) ?? [];
        const asset = Object.values(bundle).find(({ fileName }) => href.endsWith(`/${fileName}`));
        const styles = asset?.type === "asset" ? String(asset.source).trim() : "";
        if (!styles || styles.includes("</"))
          throw new Error("The page has no styles to be written into it.");
        const hash = `'sha256-${createHash("sha256").update(styles).digest("base64")}'`;
        const headers = bundle[HEADERS];
        if (headers?.type === "asset") headers.source = String(headers.source).replace(STYLES_HASH, hash);
        return html
          .replace(link, "")
          .replace(STYLES_HASH, hash.replaceAll("'", "&#39;"))
          .replace("<head>", () => `<head>\n    <style data-${FILE}="${href}">${styles}</style>`);
      },
    },
  };
}
