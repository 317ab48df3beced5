import { type Clash, clashesOf } from "./conflict";
import type { Session } from "./session";

/** Sessions of which only some can be attended: each overlaps another of them. */
export interface ClashGroup {
  /** By start. */
  readonly sessions: readonly Session[];
  readonly clashes: readonly Clash[];
  /** The stretch in which at least two are on, epoch milliseconds; from the first such moment to the last. */
  readonly from: number;
  readonly until: number;
}

/** The clashes among `sessions` (in order of start), those that hang together in one group. */
export function clashGroupsOf(sessions: readonly Session[]): readonly ClashGroup[] {
  const clashes = clashesOf(sessions);
  const groupOf = new Map<Session, Set<Session>>();
  for (const { first, second } of clashes) {
    const merged = new Set([...(groupOf.get(first) ?? [first]), ...(groupOf.get(second) ?? [second])]);
    for (const session of merged) groupOf.set(session, merged);
  }
  return [...new Set(groupOf.values())].map((group) => {
    const own = clashes.filter(({ first }) => group.has(first));
    return {
      sessions: sessions.filter((session) => group.has(session)),
      clashes: own,
      from: Math.min(...own.map(({ second }) => second.startsAt)),
      until: Math.max(...own.map(({ first, second }) => Math.min(first.endsAt, second.endsAt))),
    };
  });
}

/** The sessions that have to go for `session` to be kept. */
export function rivalsOf(session: Session, clashes: readonly Clash[]): readonly Session[] {
  return clashes
    .filter(({ first, second }) => first === session || second === session)
    .map(({ first, second }) => (first === session ? second : first));
}
