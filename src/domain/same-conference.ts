import type { Session } from "./session";

/** As much of a conference as it is known again by. */
interface Recognisable {
  readonly sessions: readonly Pick<Session, "id" | "title" | "startsAt">[];
}

/**
 * True where two feeds are states of one conference: at least half of the smaller one's sessions are in the
 * other, under the same id with the same title or start. Ids alone would not do: some feeds just count.
 */
export function isSameConference(one: Recognisable, other: Recognisable): boolean {
  const [small, large] =
    one.sessions.length <= other.sessions.length
      ? [one.sessions, other.sessions]
      : [other.sessions, one.sessions];
  const held = new Map(large.map((session) => [session.id, session]));
  const shared = small.filter(({ id, title, startsAt }) => {
    const twin = held.get(id);
    return twin !== undefined && (twin.title === title || twin.startsAt === startsAt);
  });
  return small.length > 0 && shared.length * 2 >= small.length;
}
