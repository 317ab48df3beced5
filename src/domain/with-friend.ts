import { type Conference, sessionOf } from "./conference";
import type { Friend } from "./friend";
import { isHeld, type Session } from "./session";

/** Who has starred a session. */
export type Whose = "both" | "mine" | "theirs";

/** Two agendas as one, by start. */
export interface Together {
  readonly sessions: readonly { readonly session: Session; readonly whose: Whose }[];
  /** How many of the friend's sessions are no longer known here. */
  readonly gone: number;
}

/** The friend's sessions as the conference has them today. */
export function sessionsOfFriend(
  conference: Pick<Conference, "sessions" | "gone" | "renamed">,
  { sessionIds }: Pick<Friend, "sessionIds">,
): readonly Session[] {
  const found = sessionIds.map((id) => sessionOf(conference, id)).filter((one) => one !== undefined);
  return [...new Set(found)].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
}

/** The attendee's own stars and a friend's, beside one another. */
export function together(conference: Conference, starred: ReadonlySet<string>, friend: Friend): Together {
  const theirs = new Set(sessionsOfFriend(conference, friend));
  const mine = [...starred].map((id) => sessionOf(conference, id)).filter((one) => one !== undefined);
  const all = [...new Set([...mine, ...theirs])].sort(
    (a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt,
  );
  const sessions = all.map((session) => {
    const whose: Whose = !theirs.has(session) ? "mine" : starred.has(session.id) ? "both" : "theirs";
    return { session, whose };
  });
  const known = friend.sessionIds.filter((id) => sessionOf(conference, id) !== undefined);
  return { sessions, gone: friend.sessionIds.length - known.length };
}

/** Where somebody is by their agenda at `now`: what is on, and what begins next; all that begin together. */
export interface Whereabouts {
  readonly on: readonly Session[];
  readonly next: readonly Session[];
}

/** `sessions` are theirs, by start. */
export function whereabouts(sessions: readonly Session[], now: number): Whereabouts {
  const held = sessions.filter(isHeld);
  const coming = held.filter(({ startsAt }) => startsAt > now);
  return {
    on: held.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt),
    next: coming.filter(({ startsAt }) => startsAt === coming[0]?.startsAt),
  };
}
