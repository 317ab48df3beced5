import { readFileSync } from "node:fs";
import { join } from "node:path";
import { colourTokens, hexOf, type Scheme } from "./read-tokens";

const TOKENS = join(import.meta.dirname, "../ui/look/tokens.css");

/** The ground that the app is drawn on, as `#rrggbb`: what a browser paints around and before it. */
export function paperOf(scheme: Scheme): string {
  const paper = colourTokens(readFileSync(TOKENS, "utf8"), scheme).get("--paper");
  if (!paper) throw new Error("tokens.css gives --paper no colour that can be worked out.");
  return hexOf(paper);
}
