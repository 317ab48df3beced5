import type { ReportLine } from "../domain/conference";

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * The text of a feed: unfolded (RFC 5545, 3.1), without byte order mark, every line end a `\n`.
 * Bytes that are not UTF-8 are read as windows-1252, and a note says so; it never fails.
 */
export function decodeBytes(bytes: Uint8Array): { text: string; notes: ReportLine[] } {
  const wide = utf16Of(bytes);
  const unfolded = unfold(wide === null ? bytes : new TextEncoder().encode(wide));
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(unfolded), notes: [] };
  } catch {
    return {
      text: withQuotes(new TextDecoder("windows-1252").decode(unfolded)),
      notes: [{ level: "guessed", where: "the file", reason: "It is not UTF-8; read as windows-1252." }],
    };
  }
}

const QUOTES = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20 decodes windows-1252 as latin1: its bytes 80 to 9F, curly quotes among them, become controls. */
function withQuotes(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => QUOTES.charAt(control.charCodeAt(0) - 0x80));
}

function utf16Of(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return null;
}

/**
 * Works on bytes, because a fold may cut a UTF-8 character in two. CR LF, CR CR LF, a lone CR and a
 * lone LF all end a line; a line end with a space or a tab behind it is a fold.
 */
function unfold(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let cr = bytes.indexOf(CR);
  let lf = bytes.indexOf(LF);
  for (let from = 0; from < bytes.length; ) {
    const end = Math.min(cr < 0 ? bytes.length : cr, lf < 0 ? bytes.length : lf);
    // Line by line, not byte by byte: a large feed has ten million.
    out.set(bytes.subarray(from, end), length);
    length += end - from;
    if (end === bytes.length) break;
    let at = end;
    if (bytes[at] === CR && bytes[at + 1] === CR && bytes[at + 2] === LF) at += 2;
    else if (bytes[at] === CR && bytes[at + 1] === LF) at += 1;
    from = at + 1;
    if (cr >= 0 && cr < from) cr = bytes.indexOf(CR, from);
    if (lf >= 0 && lf < from) lf = bytes.indexOf(LF, from);
    if (bytes[from] === SPACE || bytes[from] === TAB) from += 1;
    else out[length++] = LF;
  }
  return out.subarray(0, length);
}
