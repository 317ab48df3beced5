import { sessionOf } from "../../domain/conference";
import type { Session } from "../../domain/session";
import type { SearchAnswer } from "./ask-search";
import type { Hit } from "./search-index";
import { folded } from "./words-of";

/** The sessions that match some words, best first, and what was found in them. */
export interface Found {
  readonly sessions: readonly Session[];
  readonly hits: ReadonlyMap<string, Hit>;
}

/**
 * What the search has answered, as sessions. Until its first answer, those whose title holds the words; without
 * words, all of them.
 */
export function foundOf(sessions: readonly Session[], words: string, answer: SearchAnswer | null): Found {
  if (!words) return { sessions, hits: new Map() };
  if (!answer) {
    const wanted = folded(words);
    return { sessions: sessions.filter(({ title }) => folded(title).includes(wanted)), hits: new Map() };
  }
  return {
    // A refresh may have taken a session away since.
    sessions: answer.ids.flatMap((id) => sessionOf({ sessions }, id) ?? []),
    hits: new Map(answer.hits.map((hit) => [hit.id, hit])),
  };
}
