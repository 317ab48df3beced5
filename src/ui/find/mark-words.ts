import { type Word, wordsOf } from "./words-of";

/** A piece of a text; the words that were found are marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Letters before and after the first word found: it lies on the first two lines of a phone. */
const BEFORE = 28;
const AFTER = 140;

/** A text in pieces, with every word of `terms` marked; null where it holds none. */
export function markWords(text: string, terms: ReadonlySet<string>): readonly Piece[] | null {
  const found = wordsIn(text, terms);
  return found.length > 0 ? piecesOf(text, found, 0, text.length) : null;
}

/** The surroundings of the first words of `terms` in a longer text, in pieces; null where it holds none. */
export function contextOf(text: string, terms: ReadonlySet<string>): readonly Piece[] | null {
  if (terms.size === 0) return null;
  const found = wordsIn(text, terms);
  const first = densest(found, terms);
  if (!first) return null;
  const from = first.start <= BEFORE ? 0 : wordStart(text, first.start - BEFORE, first.start);
  const to = first.start + AFTER >= text.length ? text.length : wordEnd(text, first.start + AFTER, first.end);
  const within = found.filter(({ start, end }) => start >= from && end <= to);
  const pieces = piecesOf(text, within, from, to);
  return [
    ...(from > 0 ? [{ text: "…\u00a0", marked: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: "\u00a0…", marked: false }] : []),
  ];
}

/** The words of `terms` in a text, by their places. */
function wordsIn(text: string, terms: ReadonlySet<string>): readonly Word[] {
  return wordsOf(text)
    .filter(({ term }) => terms.has(term))
    .sort((a, b) => a.start - b.start);
}

/** The first word found that has the most different ones soon after it. */
function densest(found: readonly Word[], terms: ReadonlySet<string>): Word | undefined {
  let best: Word | undefined;
  let most = 0;
  for (const [index, word] of found.entries()) {
    const near = new Set<string>();
    for (let next = index; (found[next]?.start ?? Infinity) < word.start + AFTER; next += 1)
      near.add(found[next]?.term ?? "");
    if (near.size > most) [best, most] = [word, near.size];
    if (most === terms.size) break;
  }
  return best;
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < latest ? space + 1 : safe(text, from);
}

function wordEnd(text: string, to: number, earliest: number): number {
  const space = text.lastIndexOf(" ", to);
  return space >= earliest ? space : safe(text, Math.max(to, earliest));
}

/** A place that does not cut a character in two. */
function safe(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at;
}

function piecesOf(text: string, found: readonly Word[], from: number, to: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  let index = 0;
  while (index < found.length) {
    const start = Math.max(found[index]?.start ?? to, at);
    let end = found[index]?.end ?? to;
    // Pairs of an unspaced script overlap: what touches is one.
    for (index += 1; (found[index]?.start ?? Infinity) <= end; index += 1)
      end = Math.max(end, found[index]?.end ?? end);
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (to > at) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}
