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
  const clashesIn = new Map<Set<Session>, Clash[]>();
  for (const { first, second } of clashes) {
    const [one, other] = [groupOf.get(first) ?? new Set([first]), groupOf.get(second) ?? new Set([second])];
    if (one === other) continue;
    for (const session of other) one.add(session);
    for (const session of one) groupOf.set(session, one);
  }
  for (const clash of clashes) {
    const group = groupOf.get(clash.first) ?? new Set();
    const own = clashesIn.get(group);
    if (own) own.push(clash);
    else clashesIn.set(group, [clash]);
  }
  const order = new Map(sessions.map((session, index) => [session, index]));
  const inOrder = (one: Session, other: Session) => (order.get(one) ?? 0) - (order.get(other) ?? 0);
  return [...clashesIn].map(([group, own]) => {
    return {
      sessions: [...group].sort(inOrder),
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
