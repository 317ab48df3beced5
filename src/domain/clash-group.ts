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

interface OpenGroup extends ClashGroup {
  readonly sessions: Session[];
  readonly clashes: Clash[];
  from: number;
  until: number;
}

/** The clashes among `sessions` (in order of start), those that hang together in one group. */
export function clashGroupsOf(sessions: readonly Session[]): readonly ClashGroup[] {
  const groups: OpenGroup[] = [];
  const groupOf = new Map<Session, OpenGroup>();
  const join = (group: OpenGroup, session: Session) => {
    if (groupOf.has(session)) return;
    groupOf.set(session, group);
    group.sessions.push(session);
  };
  for (const clash of clashesOf(sessions)) {
    const { first, second } = clash;
    // All that are on as the second begins clash with one another already, and are in one group.
    let group = groupOf.get(first);
    if (!group) {
      group = { sessions: [], clashes: [], from: second.startsAt, until: second.startsAt };
      groups.push(group);
    }
    join(group, first);
    join(group, second);
    group.clashes.push(clash);
    group.from = Math.min(group.from, second.startsAt);
    group.until = Math.max(group.until, Math.min(first.endsAt, second.endsAt));
  }
  return groups;
}

/** The sessions that have to go for `session` to be kept. */
export function rivalsOf(session: Session, clashes: readonly Clash[]): readonly Session[] {
  return clashes
    .filter(({ first, second }) => first === session || second === session)
    .map(({ first, second }) => (first === session ? second : first));
}
