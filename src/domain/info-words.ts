/** A piece of an organiser's text: words, a link, or what is to be copied to the letter. */
export type InfoPiece =
  | { readonly kind: "words" | "copy"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };

const FOUND = [
  // Between backticks: a password, the name of a network.
  "`(?<copy>[^`\\n]+)`",
  '(?<web>https?://[^\\s<>"`]+)',
  "(?<mail>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)",
  "tel:(?<tel>\\+?[\\d*#]+)",
  // Abroad as well: a number of the country alone is as good as any other number, and is none until "tel:" says so.
  "(?<![\\w+])(?<phone>\\+\\d[\\d ().-]{6,18}\\d)(?!\\w)",
].join("|");

/**
 * The paragraphs of an organiser's text, cut at empty lines; the breaks of lines within them stay. Web and
 * mail addresses and telephone numbers (`+91 80 1234 5678`, `tel:112`) are links; what stands between
 * backticks is to be copied.
 */
export function infoWords(text: string): readonly (readonly InfoPiece[])[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map(piecesOf);
}

function piecesOf(paragraph: string): readonly InfoPiece[] {
  const pieces: InfoPiece[] = [];
  let at = 0;
  for (const found of paragraph.matchAll(new RegExp(FOUND, "g"))) {
    const { piece, length } = pieceOf(found);
    if (found.index > at) pieces.push({ kind: "words", text: paragraph.slice(at, found.index) });
    pieces.push(piece);
    at = found.index + length;
  }
  if (at < paragraph.length) pieces.push({ kind: "words", text: paragraph.slice(at) });
  return pieces;
}

function pieceOf(found: RegExpExecArray): { readonly piece: InfoPiece; readonly length: number } {
  const { copy, web, mail, tel, phone } = found.groups ?? {};
  const whole = found[0];
  const link = (text: string, href: string, length = whole.length) => ({
    piece: { kind: "link", text, href } as const,
    length,
  });
  if (copy !== undefined) return { piece: { kind: "copy", text: copy }, length: whole.length };
  if (mail !== undefined) return link(mail, `mailto:${mail}`);
  if (tel !== undefined) return link(tel, `tel:${tel.replaceAll("#", "%23")}`);
  if (phone !== undefined) return link(phone, `tel:${phone.replace(/[^+\d]/g, "")}`);
  const address = withoutEnd(web ?? "");
  return link(address, address, address.length);
}

/** An address without what ends the sentence around it, or the brackets that it stands in. */
function withoutEnd(address: string): string {
  const count = (sign: string) => address.split(sign).length;
  const isOver =
    /[.,;:!?'’”»*]$/.test(address) ||
    (address.endsWith(")") && count(")") > count("(")) ||
    (address.endsWith("]") && count("]") > count("["));
  return isOver ? withoutEnd(address.slice(0, -1)) : address;
}
