import { bothTexts } from "../domain/note";
import { idOf, type StoreRow, type StoreRows } from "./backup-rows";
import type { Kind } from "./backup-schema";

type Merge<K extends Kind> = (here: StoreRow<K>, theirs: StoreRow<K>) => StoreRow<K>;

/** The one of which this is more; of equals the one that is here. */
const later =
  <Row>(of: (row: Row) => number) =>
  (here: Row, theirs: Row): Row =>
    of(theirs) > of(here) ? theirs : here;

/** What becomes of a row that is here and in a backup too. The row that is here itself: it stays as it is. */
const MERGES: { readonly [K in Kind]: Merge<K> } = {
  stars: later(({ starredAt }) => -starredAt),
  passes: (here) => here,
  leads: (here) => here,
  notes: (here, theirs) => {
    const text = bothTexts(here.text, theirs.text);
    return text === here.text ? here : { ...here, text, editedAt: Math.max(here.editedAt, theirs.editedAt) };
  },
  visits: (here) => here,
  entries: later(({ since }) => since.at),
  friends: later(({ receivedAt }) => receivedAt),
  // A calendar takes no file for news whose sequence is lower than the last one's.
  exports: later(({ sequence }) => sequence),
  // What was shown anywhere was not missed.
  deliveries: (here, theirs) => (here.shownAt === null && theirs.shownAt !== null ? theirs : here),
};

/** What happened stays so, whatever the attendee wants instead of what is here. */
const FACTS: readonly Kind[] = ["exports", "deliveries"];

/** What of a backup is to be written over what is here, and what of that is to go. */
export interface RowChanges<K extends Kind> {
  readonly puts: readonly StoreRow<K>[];
  readonly drops: readonly StoreRow<K>[];
  /** How many rows the backup holds, each once. */
  readonly inFile: number;
  /** So many of them are here already. */
  readonly here: number;
  /** So many are here with another text, and both are kept. */
  readonly both: number;
}

/** `add`: a union. `replace`: as the backup has it, but for what is a fact and no choice. */
export type RestoreMode = "add" | "replace";

/** Finds out what bringing a backup's rows of one kind to those that are here comes to. */
export function mergeRows<K extends Kind>(
  kind: K,
  here: StoreRows[K],
  theirs: StoreRows[K],
  mode: RestoreMode,
): RowChanges<K> {
  const ofHere = new Map(here.map((row: StoreRow<K>) => [idOf(kind, row), row]));
  const ofFile = new Map([...theirs].reverse().map((row: StoreRow<K>) => [idOf(kind, row), row]));
  const isUnion = mode === "add" || FACTS.includes(kind);
  const puts: StoreRow<K>[] = [];
  let known = 0;
  let both = 0;
  for (const [id, row] of ofFile) {
    const before = ofHere.get(id);
    if (before) known += 1;
    const after = before && isUnion ? MERGES[kind](before, row) : row;
    if (before && isUnion && after !== before && kind === "notes") both += 1;
    if (after !== before) puts.push(after);
  }
  const drops = isUnion ? [] : [...ofHere].filter(([id]) => !ofFile.has(id)).map(([, row]) => row);
  return { puts, drops, inFile: ofFile.size, here: known, both };
}
