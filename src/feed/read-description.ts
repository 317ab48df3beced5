import { htmlToText, isHtml } from "./html-to-text";
import type { ParseOptions } from "./parse-feed";
import type { Block } from "./read-blocks";
import { type Drop, textOf } from "./read-property";

/** Longer ones are no description, and would weigh on every search. */
const LONGEST = 200_000;

/**
 * What an event says of itself, in Markdown: DESCRIPTION, or where there is none what stands for it in HTML
 * (X-ALT-DESC, and STYLED-DESCRIPTION of RFC 9073, 6.5). HTML is turned into text; all else stays as it is. In
 * which of both DESCRIPTION is written shows, unless `format` says it.
 */
export function readDescription(
  event: Block,
  drop: Drop,
  format: ParseOptions["descriptionFormat"] = "auto",
): string {
  for (const name of ["DESCRIPTION", "X-ALT-DESC", "STYLED-DESCRIPTION"]) {
    const text = textOf(event, name, drop);
    if (text.trim() === "") continue;
    if (text.length > LONGEST) drop(`Its ${name} is cut: it is longer than ${LONGEST} letters.`);
    const whole = text.slice(0, LONGEST);
    const shows = format === "auto" || name !== "DESCRIPTION";
    return (shows ? isHtml(whole) : format === "html") ? htmlToText(whole) : whole;
  }
  return textOf(event, "DESCRIPTION", drop);
}
