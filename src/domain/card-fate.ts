import type { Session } from "./session";
import { MINUTE } from "./time";

/** What a reminder's card knows of its session: the times as they were when it was shown. Epoch milliseconds. */
export interface CardTimes {
  readonly fireAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  /** It stays on the screen until it is answered, and must not beyond the start. */
  readonly insists: boolean;
  /** It says that its session is off. */
  readonly isNews: boolean;
}

/** What is to become of a card that is up; where something of it stays, it is to be looked at again at `until`. */
export type CardFate =
  /** It is right. */
  | { readonly fate: "keep"; readonly until: number }
  /** The session has begun: shown anew in silence, as one that may be swept away. */
  | { readonly fate: "calm"; readonly until: number }
  /** The session is off: its place is taken by the news. */
  | { readonly fate: "tell"; readonly until: number }
  /** It speaks of a time that is over, or that is no longer the session's. */
  | { readonly fate: "close" };

/** A card of a session without an end, or one that rang after it, is worth this long. */
const SHORTEST_STAY = 2 * MINUTE;

/** What is to become of a card at `now` (app's time), given its session as the schedule has it now, if at all. */
export function cardFateOf(
  card: CardTimes,
  session: Pick<Session, "startsAt" | "endsAt" | "status"> | undefined,
  now: number,
): CardFate {
  const last = Math.max(card.endsAt, Math.max(card.startsAt, card.fireAt) + SHORTEST_STAY);
  if (now >= last) return { fate: "close" };
  if (!session || session.status === "CANCELLED") {
    return { fate: card.isNews ? "keep" : "tell", until: last };
  }
  // News of a session that is back again is as wrong as a time that has moved.
  if (card.isNews || session.startsAt !== card.startsAt) return { fate: "close" };
  if (!card.insists) return { fate: "keep", until: last };
  return now >= card.startsAt ? { fate: "calm", until: last } : { fate: "keep", until: card.startsAt };
}
