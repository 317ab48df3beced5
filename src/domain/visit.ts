/** The attendee's mark after a session: whether they were there, and how it was. */
export interface Visit {
  readonly sessionId: string;
  readonly was: "seen" | "skipped";
  /** 1 to 5; null while it is not said, and always of a session that was skipped. */
  readonly rating: number | null;
}
