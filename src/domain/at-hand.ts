import { isBreak, type Session } from "./session";

/** What matters to somebody who looks up for a moment. */
export interface AtHand {
  /** What is on now, breaks too, by start. */
  readonly on: readonly Session[];
  /** Of what was starred, that which begins next; else of all that is no break. All that begin together. */
  readonly next: readonly Session[];
  /** True where `next` was starred. */
  readonly isStarred: boolean;
}

/** What is on at `now`, and what begins next; cancelled and all-day sessions are left out. */
export function atHand(sessions: readonly Session[], starred: ReadonlySet<string>, now: number): AtHand {
  const held = sessions.filter(({ status, allDay }) => status !== "CANCELLED" && !allDay);
  const coming = held.filter(({ startsAt }) => startsAt > now);
  const mine = coming.filter(({ id }) => starred.has(id));
  const among = mine.length > 0 ? mine : coming.filter((session) => !isBreak(session));
  return {
    on: held.filter(({ startsAt, endsAt }) => startsAt <= now && now < endsAt),
    next: among.filter(({ startsAt }) => startsAt === among[0]?.startsAt),
    isStarred: mine.length > 0,
  };
}
