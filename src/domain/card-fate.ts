import type { Session } from "./session";
import { LATE } from "./time";

/** What a reminder's card knows of its session, as it was when the card was shown. Epoch milliseconds. */
export interface CardTimes {
  readonly fireAt: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly room: string | null;
  /** It stays on the screen until it is answered, and must not beyond the start. */
  readonly insists: boolean;
  /** It says that its session is off. */
  readonly isNews: boolean;
}

/** What is to become of a card that is up; where something of it stays, it is to be looked at again at `until`. */
export type CardFate =
  /** It is right. */
  | { readonly fate: "keep"; readonly until: number }
  /** Its words are no longer right: the session has begun, is in another room, or is on again after all. */
  | { readonly fate: "renew"; readonly until: number }
  /** The session is off: its place is taken by the news. */
  | { readonly fate: "tell"; readonly until: number }
  /** It speaks of a time that is over, or that is no longer the session's. */
  | { readonly fate: "close" };

/** What a card asks of its session. */
export type CardSession = Pick<Session, "startsAt" | "endsAt" | "room" | "status">;

/** What is to become of a card at `now` (app's time), given its session as the schedule has it now, if at all. */
export function cardFateOf(card: CardTimes, session: CardSession | undefined, now: number): CardFate {
  // A card of a session without an end, or one that rang after it, is worth as long as a late one.
  const until = Math.max(session?.endsAt ?? card.endsAt, Math.max(card.startsAt, card.fireAt) + LATE);
  if (now >= until) return { fate: "close" };
  if (!session || session.status === "CANCELLED") return { fate: card.isNews ? "keep" : "tell", until };
  if (session.startsAt !== card.startsAt) return { fate: "close" };
  if (card.isNews || session.room !== card.room) return { fate: "renew", until };
  if (!card.insists) return { fate: "keep", until };
  return now >= card.startsAt ? { fate: "renew", until } : { fate: "keep", until: card.startsAt };
}
