/** What the attendee has written to a session: plain text, as it was typed. */
export interface Note {
  readonly sessionId: string;
  readonly text: string;
  /** Device time, epoch milliseconds. */
  readonly editedAt: number;
}

/** What is kept where two notes are written to one session: both texts, or one where the other says no more. */
export function bothTexts(one: string, other: string): string {
  const [own, theirs] = [one.trim(), other.trim()];
  if (own.includes(theirs)) return one;
  return theirs.includes(own) ? other : `${one.trimEnd()}\n\n${other.trimStart()}`;
}
