/** What the attendee has written to a session: plain text, as it was typed. */
export interface Note {
  readonly sessionId: string;
  readonly text: string;
  /** Device time, epoch milliseconds. */
  readonly editedAt: number;
}
