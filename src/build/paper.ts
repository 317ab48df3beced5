import { readFileSync } from "node:fs";
import { TOKENS, withColours } from "./colours";
import type { Organiser } from "./organiser";
import { colourTokens, hexOf, type Scheme } from "./read-tokens";

/** The ground that the app is drawn on, as `#rrggbb`: what a browser paints around and before it. */
export function paperOf(scheme: Scheme, colours: Organiser["colours"]): string {
  const css = withColours(readFileSync(TOKENS, "utf8"), colours);
  const paper = colourTokens(css, scheme).get("--paper");
  if (!paper) throw new Error("tokens.css gives --paper no colour that can be worked out.");
  return hexOf(paper);
}
