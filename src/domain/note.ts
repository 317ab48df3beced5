/** What the attendee has written to a session: plain text, as it was typed. */
export interface Note {
  readonly sessionId: string;
  readonly text: string;
  /** Device time, epoch milliseconds. */
  readonly editedAt: number;
}

/** As many characters (UTF-16 units) as can be typed into a note. Two that are put together may have more. */
export const NOTE_LIMIT = 20_000;

/** Two texts as one, in this order, a blank line between them; where one holds the other, that one. */
export function bothTexts(first: string, second: string): string {
  if (first.includes(second)) return first;
  return second.includes(first) ? second : `${first}\n\n${second}`;
}

/**
 * What a note is to be where one writer has made `mine` of `base`, and another meanwhile `theirs`: whichever of
 * them has changed it; where both have, both texts. Where one has emptied it, the other's text stays.
 */
export function mergedNote(base: string, mine: string, theirs: string): string {
  if (theirs === base) return mine;
  return mine === base ? theirs : bothTexts(theirs, mine);
}

/** The first line of a note that has something in it, for lists; an empty string where none has. */
export function firstLineOf(text: string): string {
  return /\S.*/.exec(text)?.[0].trimEnd() ?? "";
}
