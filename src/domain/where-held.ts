import type { Conference } from "./conference";

/** Where a conference is, as far as its feed says. */
interface WhereHeld {
  /** The venue of most sessions first. */
  readonly venues: readonly string[];
  /** That of most sessions. */
  readonly city: string | null;
}

/** Where the sessions of a conference are. */
function whereHeld({ sessions }: Pick<Conference, "sessions">): WhereHeld {
  return {
    venues: byNumber(sessions.map(({ venue }) => venue)),
    city: byNumber(sessions.map(({ city }) => city))[0] ?? null,
  };
}

/** "Great House · Annexe · Bath": the two venues of most sessions, and the city; an empty text where nobody says. */
export function placeWords(conference: Pick<Conference, "sessions">): string {
  const { venues, city } = whereHeld(conference);
  return [...new Set([...venues.slice(0, 2), ...(city === null ? [] : [city])])].join(" · ");
}

function byNumber(names: readonly (string | null)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
}
