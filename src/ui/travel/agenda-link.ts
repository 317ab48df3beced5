import { type AgendaCode, type CodeTrouble, readAgendaCode } from "../../domain/agenda-code";
import { BASE } from "../base-path";

/** The address at which an agenda is taken in; what it holds stands behind it. */
export const TAKE = "#/agenda/take";

/** The letters of an agenda, and what is sent beside them. */
export interface Letters {
  readonly agenda: string;
  readonly extras: string | null;
}

/** The link that opens the app with an agenda. It is all behind the `#`: no server is ever told of it. */
export function linkOf({ agenda, extras }: Letters): string {
  const letters = extras === null ? agenda : `${agenda}.${extras}`;
  return `${new URL(BASE, location.origin).href}${TAKE}/${letters}`;
}

const LINK = /#\/agenda\/take\/([\w-]+)(?:\.([\w-]+))?/;
const BARE = /^\s*([\w-]{6,})(?:\.([\w-]+))?\s*$/;

/** A longer text is no link, and not looked through. */
const MOST_TEXT = 4_000_000;

/** An agenda that was read, with the letters of what came beside it. */
export interface ReadLink {
  readonly code: AgendaCode;
  readonly extras: string | null;
}

/**
 * Finds an agenda in whatever was opened, pasted or scanned: a link, the words around one, its letters alone. Of
 * a link that was broken into lines the pieces are put together.
 */
export function readLink(text: string): ReadLink | CodeTrouble | "nothing" {
  if (text.length > MOST_TEXT) return "too large";
  let trouble: CodeTrouble | "nothing" = "nothing";
  for (const wording of [text, text.replace(/\s+/g, "")]) {
    const [, agenda, extras = null] = LINK.exec(wording) ?? BARE.exec(wording) ?? [];
    if (agenda === undefined) continue;
    const code = readAgendaCode(agenda);
    if (typeof code !== "string") return { code, extras };
    if (trouble === "nothing") trouble = code;
  }
  return trouble;
}
