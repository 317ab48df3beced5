import { type AgendaCode, checkOf, idsInOrder, nameInCode } from "./agenda-code";
import type { Conference } from "./conference";
import { fingerprintOf, shortName } from "./fingerprint";

/** A conference on this device, with its key. */
export interface Candidate {
  readonly key: string;
  readonly conference: Conference;
}

/** The agenda of a code among the conferences of this device. */
export type FoundAgenda =
  | {
      readonly is: "found";
      readonly key: string;
      /** Ids of today, in the order of the code; null where the conference does not hold the session. */
      readonly sessionIds: readonly (string | null)[];
      /** Titles of what is not held, as far as this device knows them from before; by place in `sessionIds`. */
      readonly titles: ReadonlyMap<number, string>;
    }
  /** It is of a conference that is here, but was made from another state of its programme. */
  | { readonly is: "other state"; readonly key: string }
  /** It is of no conference on this device. */
  | { readonly is: "foreign" };

/** Finds the sessions that a code means. Where that is in doubt, a session is not found rather than guessed. */
export function findAgenda(code: AgendaCode, candidates: readonly Candidate[]): FoundAgenda {
  const named = candidates.find(({ conference }) => nameInCode(conference.name) === code.conference);
  if (code.meant.by === "places") {
    for (const candidate of candidates) {
      const sessionIds = byPlaces(code.meant, candidate.conference);
      if (sessionIds) return { is: "found", key: candidate.key, sessionIds, titles: new Map() };
    }
    return named ? { is: "other state", key: named.key } : { is: "foreign" };
  }
  const { names } = code.meant;
  let best: { readonly found: Named; readonly key: string; readonly held: number } | null = null;
  for (const { key, conference } of candidates) {
    const found = byNames(names, conference);
    const held = found.sessionIds.filter((id) => id !== null).length;
    // Of two that hold as many, such as two years of one event, the one of that name.
    const isBetter = !best || held > best.held || (held === best.held && key === named?.key);
    if (isBetter) best = { found, key, held };
  }
  if (!best) return { is: "foreign" };
  const isIt = best.key === named?.key || (best.held > 0 && best.held * 2 >= names.length);
  return isIt ? { is: "found", key: best.key, ...best.found } : { is: "foreign" };
}

function byPlaces(
  meant: Extract<AgendaCode["meant"], { by: "places" }>,
  conference: Conference,
): readonly string[] | null {
  const ids = idsInOrder(conference);
  if (fingerprintOf(ids) !== meant.fingerprint) return null;
  const chosen = meant.places.map((place) => ids[place]).filter((id) => id !== undefined);
  return chosen.length === meant.places.length && checkOf(chosen) === meant.check ? chosen : null;
}

interface Named {
  readonly sessionIds: readonly (string | null)[];
  readonly titles: ReadonlyMap<number, string>;
}

function byNames(names: readonly number[], { sessions, gone = [], renamed = [] }: Conference): Named {
  const wanted = new Set(names);
  // Two of one short name: neither is known to be meant.
  const held = new Map<number, string | null>();
  for (const { id } of sessions) {
    const name = shortName(id);
    if (wanted.has(name)) held.set(name, held.has(name) ? null : id);
  }
  const today = new Set(sessions.map(({ id }) => id));
  for (const [before, id] of renamed) {
    const name = shortName(before);
    if (wanted.has(name) && !held.has(name) && today.has(id)) held.set(name, id);
  }
  const known = new Map(gone.map(({ id, title }) => [shortName(id), title]));
  const titles = new Map<number, string>();
  const isTwice = (name: number, index: number) => names[index - 1] === name || names[index + 1] === name;
  const sessionIds = names.map((name, index) => {
    const id = isTwice(name, index) ? null : (held.get(name) ?? null);
    const title = known.get(name);
    if (id === null && title !== undefined) titles.set(index, title);
    return id;
  });
  return { sessionIds, titles };
}
