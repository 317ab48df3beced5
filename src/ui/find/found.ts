import { sessionOf } from "../../domain/conference";
import type { Session } from "../../domain/session";
import type { SearchAnswer } from "./ask-search";
import type { Hit } from "./search-index";
import { folded } from "./words-of";

/** What matches some words. */
export interface Found {
  /** The sessions' ids, best first. */
  readonly ids: readonly string[];
  /** What was found in the first of them. */
  readonly hits: ReadonlyMap<string, Hit>;
}

/**
 * What the search has answered; until its first answer, the sessions whose title holds the words (then `given`
 * is these); without words, all of them.
 */
export function foundOf(sessions: readonly Session[], given: SearchAnswer | string): Found {
  if (typeof given !== "string") {
    return { ids: given.ids, hits: new Map(given.hits.map((hit) => [hit.id, hit])) };
  }
  const wanted = folded(given);
  const titled = given === "" ? sessions : sessions.filter(({ title }) => folded(title).includes(wanted));
  return { ids: titled.map(({ id }) => id), hits: new Map() };
}

/** The sessions of that name. A refresh may have taken some of them away since they were found. */
export function sessionsNamed(sessions: readonly Session[], ids: readonly string[]): readonly Session[] {
  return ids.flatMap((id) => sessionOf({ sessions }, id) ?? []);
}
