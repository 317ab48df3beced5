/** Somebody else's agenda beside one's own: to be looked at, never edited, and without effect on what rings. */
export interface Friend {
  /** Its own, random. */
  readonly id: string;
  /** As the attendee calls them; never sent anywhere. */
  readonly name: string;
  readonly sessionIds: readonly string[];
  /** Device time, epoch milliseconds. */
  readonly receivedAt: number;
}
