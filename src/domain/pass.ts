/** The attendee's word that a session is not for them. */
export interface Pass {
  readonly sessionId: string;
}

/** The sessions that lists dim: those that were passed over and not starred, for a star says more. */
export function passedOver(passes: readonly Pass[], starred: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(passes.map(({ sessionId }) => sessionId).filter((id) => !starred.has(id)));
}
