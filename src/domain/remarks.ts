import type { Visit } from "./visit";

/** What the attendee has said of sessions beside starring them, by session. */
export interface Remarks {
  /** The texts of the notes. */
  readonly notes: ReadonlyMap<string, string>;
  readonly visits: ReadonlyMap<string, Visit>;
}

/** Nothing said of anything. */
export const NO_REMARKS: Remarks = { notes: new Map(), visits: new Map() };

/** The starred sessions and those with a note or a mark. A note of spaces alone says nothing. */
export function saidOf(starred: ReadonlySet<string>, { notes, visits }: Remarks): ReadonlySet<string> {
  if (notes.size === 0 && visits.size === 0) return starred;
  const noted = [...notes].filter(([, text]) => text.trim() !== "").map(([id]) => id);
  return new Set([...starred, ...noted, ...visits.keys()]);
}
