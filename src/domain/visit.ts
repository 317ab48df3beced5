import { isBreak, type Session } from "./session";
import { t } from "./speech";

/** The attendee's mark after a session: whether they were there, and how it was. */
export interface Visit {
  readonly sessionId: string;
  readonly was: "seen" | "skipped";
  /** 1 to 5; null while it is not said, and always of a session that was skipped. */
  readonly rating: number | null;
}

/** The best that a session can be. */
export const BEST = 5;

/** True from the beginning of a session on, unless it was called off before that; breaks need no mark. */
export function canBeMarked(session: Session, now: number): boolean {
  const { startsAt, status, goneAt } = session;
  const wasHeld = goneAt === undefined ? status !== "CANCELLED" : goneAt > startsAt;
  return startsAt <= now && wasHeld && !isBreak(session);
}

/** What a mark becomes as "Seen" or "Skipped" is pressed: that one, or none where it stood already. */
export function pressedVisit(sessionId: string, before: Visit | null, was: Visit["was"]): Visit | null {
  if (before?.was === was) return null;
  return { sessionId, was, rating: null };
}

/** What a mark becomes as a session is rated, or its rating is taken back (null): who rates it has seen it. */
export function ratedVisit(sessionId: string, rating: number | null): Visit {
  return { sessionId, was: "seen", rating };
}

/** "Seen · 4 of 5", "Skipped" */
export function visitWords({ was, rating }: Visit): string {
  if (was === "skipped") return t("Skipped");
  return rating === null ? t("Seen") : t("Seen · {rating} of {best}", { rating, best: BEST });
}
