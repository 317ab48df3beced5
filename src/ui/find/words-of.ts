/** One word of a text as the search knows it, and where it stands there (UTF-16 units, `end` not included). */
export interface Word {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

// "C++" and "F#" are names of their own.
const WORD = /[\p{L}\p{N}\p{M}\u200c\u200d]+(?:[+#]+(?![\p{L}\p{N}]))?/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
// An accent of Latin, Greek or Cyrillic script; the vowel signs of other scripts make words and stay.
const ACCENTS = /[\u0300-\u036f]/g;
const NASALS = /\u0901|[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])/g;
const JOINERS = /[\u200c\u200d]/g;
const ALONE: Readonly<Record<string, string>> = { ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i" };

/** A word without what writers of the same word may differ in: case, accents, width, the sign of a nasal. */
export function folded(word: string): string {
  return (
    word
      .normalize("NFKD")
      .replace(ACCENTS, "")
      // Korean syllables and the rest are whole again.
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[ßøłđæœı]/g, (letter) => ALONE[letter] ?? letter)
      .replace(NASALS, "\u0902")
      .replace(JOINERS, "")
  );
}

/**
 * The words of a text. Where a script sets no spaces, each character and every two neighbours count as a word,
 * as engines and writers disagree on where its words end. Of a name such as "DataFusion" the parts count too.
 */
export function wordsOf(text: string): readonly Word[] {
  return runsOf(text).flatMap(({ run, start, unspaced }) => {
    if (unspaced) return lettersOf(run, start, 1).concat(lettersOf(run, start, 2));
    return [{ term: folded(run), start, end: start + run.length }, ...partsOf(run, start)];
  });
}

/** The words to look for when `query` is typed: a text that holds it holds all of them. */
export function wordsAsked(query: string): readonly string[] {
  const terms = runsOf(query).flatMap(({ run, unspaced }) => {
    if (!unspaced) return [folded(run)];
    return lettersOf(run, 0, [...run].length > 1 ? 2 : 1).map(({ term }) => term);
  });
  return [...new Set(terms)].filter((term) => term !== "");
}

/** True for a term of a script without spaces: it stands for itself, not for what begins with it. */
export function isUnspaced(term: string): boolean {
  return term.search(UNSPACED) === 0;
}

interface Run {
  readonly run: string;
  readonly start: number;
  readonly unspaced: boolean;
}

/** A text cut where there is no letter, and where a script with spaces meets one without. */
function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  const add = (run: string, start: number, unspaced: boolean) => {
    if (run) runs.push({ run, start, unspaced });
  };
  for (const { 0: word, index } of text.matchAll(WORD)) {
    let at = 0;
    for (const { 0: inner, index: from } of word.matchAll(UNSPACED)) {
      add(word.slice(at, from), index + at, false);
      add(inner, index + from, true);
      at = from + inner.length;
    }
    add(word.slice(at), index + at, false);
  }
  return runs;
}

function partsOf(word: string, start: number): readonly Word[] {
  const humps = [...word.matchAll(/(?<=\p{Ll})\p{Lu}/gu)].map((hump) => hump.index);
  return humps.map((from, index) => {
    const to = humps[index + 1] ?? word.length;
    return { term: folded(word.slice(from, to)), start: start + from, end: start + to };
  });
}

/** Every `count` neighbouring characters of a text. */
function lettersOf(run: string, start: number, count: 1 | 2): Word[] {
  const letters = [...run];
  let at = start;
  return letters.flatMap((letter, index) => {
    const from = at;
    at += letter.length;
    const next = letters[index + 1];
    if (count === 1) return [{ term: folded(letter), start: from, end: at }];
    return next ? [{ term: folded(letter + next), start: from, end: at + next.length }] : [];
  });
}
