import MiniSearch, { type SearchResult } from "minisearch";
import { contextOf, markWords, type Piece } from "./mark-words";
import { plainText } from "./plain-text";
import { isUnspaced, wordsAsked, wordsOf } from "./words-of";

/** What can be found of a session. */
export interface Findable {
  readonly id: string;
  readonly title: string;
  /** Its kind in all the words for it. */
  readonly kind: string;
  /** Room, venue and city. */
  readonly place: string;
  /** What its room's roundel is called. */
  readonly letter: string;
  readonly categories: string;
  /** DESCRIPTION, Markdown source in most feeds. */
  readonly description: string;
  /** What the attendee has written to it. */
  readonly note: string;
  /** A break or check-in: found after sessions that match as well. */
  readonly pause: boolean;
}

/** A session that was found. */
export interface Hit {
  readonly id: string;
  /** Its title with the words marked; null where it holds none. */
  readonly title: readonly Piece[] | null;
  /** What else was found of it, marked: the surroundings in its description, else its categories or place. */
  readonly context: readonly Piece[] | null;
  /** Where it was found in the attendee's note, marked. */
  readonly note: readonly Piece[] | null;
}

/** What is asked for. */
export interface Query {
  readonly words: string;
  /** Only for hits among these are titles and contexts looked up; null means all. */
  readonly within: ReadonlySet<string> | null;
  /** How many hits get their title and context. */
  readonly most: number;
}

/** Sessions that are ready to be searched. */
export interface SearchIndex {
  readonly find: (query: Query) => readonly Hit[];
  /** Takes in what a session's note is now; no other session is touched. */
  readonly setNote: (id: string, note: string) => void;
}

const FIELDS = ["title", "kind", "place", "letter", "categories", "note", "description"];
const BOOST = { title: 6, kind: 5, place: 4, letter: 4, categories: 3, note: 3, description: 1 };
/** The field that tells how good a match is: the lower the better. */
const GRADE: Readonly<Record<string, number>> = {
  title: 0,
  kind: 0,
  place: 1,
  letter: 1,
  categories: 1,
  note: 1,
  description: 2,
};
const POOR = 3;

/** Readies the sessions of a conference, in its order, for searches. */
export function indexSessions(sessions: readonly Findable[]): SearchIndex {
  const texts = sessions.map((session) => ({ ...session, description: plainText(session.description) }));
  const order = new Map(texts.map(({ id }, index) => [id, index]));
  const at = (id: string) => order.get(id) ?? 0;
  const index = new MiniSearch<Findable>({
    fields: FIELDS,
    tokenize: (text) => wordsOf(text).map(({ term }) => term),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => [...wordsAsked(text)],
      combineWith: "AND",
      boost: BOOST,
      prefix: (term) => !isUnspaced(term),
    },
  });
  index.addAll(texts);

  /** `slips`: how many letters a word may differ in. */
  const search = (words: string, slips: number): readonly SearchResult[] =>
    index.search(words, { fuzzy: (term) => ([...term].length > 2 + slips ? slips : false) });

  const setNote = (id: string, note: string) => {
    const before = texts[at(id)];
    if (before?.id !== id || before.note === note) return;
    texts[at(id)] = { ...before, note };
    index.replace({ ...before, note });
  };

  const find = ({ words, within, most }: Query): readonly Hit[] => {
    const exact = search(words, 0);
    const graded = new Map<string, { readonly result: SearchResult; readonly grade: number }>();
    const add = (results: readonly SearchResult[]) => {
      for (const result of results) {
        if (graded.has(result.id)) continue;
        const pause = texts[at(result.id)]?.pause ? 0.5 : 0;
        graded.set(result.id, { result, grade: gradeOf(result, words) + pause });
      }
    };
    add(exact);
    // A slip is thought of only where no title, kind or place has the words as they were typed.
    if (![...graded.values()].some(({ grade }) => grade < 2)) add(search(words, 1));
    if (graded.size === 0) add(search(words, 2));
    const ranked = [...graded.values()].sort(
      (a, b) => a.grade - b.grade || b.result.score - a.result.score || at(a.result.id) - at(b.result.id),
    );

    let left = most;
    return ranked.map(({ result }) => {
      const text = texts[at(result.id)];
      if (!text || left <= 0 || within?.has(result.id) === false) {
        return { id: result.id, title: null, context: null, note: null };
      }
      left -= 1;
      const termsIn = (field: string) =>
        new Set(result.terms.filter((term) => result.match[term]?.includes(field)));
      const inTitle = termsIn("title");
      // What the title shows already needs no second place.
      const inText = new Set([...termsIn("description")].filter((term) => !inTitle.has(term)));
      const title = markWords(text.title, inTitle);
      const around = contextOf(text.description, inText);
      const note = contextOf(text.note, termsIn("note"));
      if (title || around || note) return { id: result.id, title, context: around, note };
      const others = markWords(text.categories, termsIn("categories"));
      const place = markWords(text.place, termsIn("place"));
      return { id: result.id, title, context: others ?? place, note: null };
    });
  };
  return { find, setNote };
}

/** How well a session matches: as well as the word of the query that does so worst. */
function gradeOf(result: SearchResult, words: string): number {
  const gradeFor = (word: string, term: string) => {
    const field = Math.min(...(result.match[term] ?? []).map((name) => GRADE[name] ?? POOR));
    if (term === word) return field;
    // A word that only begins so, and one that was found by a slip.
    return term.startsWith(word) ? field + 0.25 : field + POOR;
  };
  const grades = wordsAsked(words).map((word) => {
    const own = result.terms.filter((term) => term.startsWith(word));
    return Math.min(...(own.length > 0 ? own : result.terms).map((term) => gradeFor(word, term)));
  });
  return Math.max(0, ...grades);
}
