import type { Session } from "../../domain/session";
import type { OfConference } from "../../reminders/owed";
import { HOME } from "../../store/home";
import type { Kept } from "../../store/kept";

/** Finds the session of a delivery, among those of its own conference; undefined where that has it no more. */
export type SessionOf = (row: OfConference & { readonly sessionId: string }) => Session | undefined;

/** A way to find any session on this device. */
export function sessionsBy(kept: readonly Kept[]): SessionOf {
  const all = new Map(
    kept.map(({ key, conference }) => [
      key,
      new Map([...(conference.gone ?? []), ...conference.sessions].map((session) => [session.id, session])),
    ]),
  );
  return ({ conference = HOME, sessionId }) => all.get(conference)?.get(sessionId);
}
