import { sessionOf } from "../../domain/conference";
import { type Candidate, findAgenda } from "../../domain/find-agenda";
import type { OwnEntry } from "../../domain/own-entry";
import type { Session } from "../../domain/session";
import type { ReadLink } from "./agenda-link";
import type { Extras } from "./extras";

/** A conference on this device, and what is starred of it. */
export interface Here extends Candidate {
  readonly starred: ReadonlySet<string>;
}

/** What taking an agenda in would do. */
export interface Preview {
  readonly is: "preview";
  readonly here: Here;
  /** Those that it holds and the conference has, by start. */
  readonly sessions: readonly Session[];
  /** Those of them that are not starred yet. */
  readonly added: readonly Session[];
  /** How many stars would go, were it to take the place of what is starred. */
  readonly dropped: number;
  /** Those that the conference does not hold; null where nobody knows the title. */
  readonly missing: readonly (string | null)[];
  readonly notes: ReadonlyMap<string, string>;
  readonly entries: readonly Omit<OwnEntry, "since">[];
}

export type Reading =
  | Preview
  | { readonly is: "other state"; readonly conference: string }
  | { readonly is: "foreign"; readonly conference: string };

/** Compares an agenda that came with what is on this device. */
export function previewOf({ code }: ReadLink, extras: Extras, all: readonly Here[]): Reading {
  const found = findAgenda(code, all);
  const here = found.is === "foreign" ? undefined : all.find(({ key }) => key === found.key);
  if (found.is === "foreign" || !here) return { is: "foreign", conference: code.conference };
  if (found.is === "other state") return { is: "other state", conference: here.conference.name };
  const { conference, starred } = here;
  const ids = new Set(found.sessionIds.filter((id) => id !== null));
  const sessions = [...ids]
    .map((id) => sessionOf(conference, id))
    .filter((one) => one !== undefined)
    .sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  const missing = found.sessionIds.flatMap((id, index) =>
    id === null ? [extras.titles[index] ?? found.titles.get(index) ?? null] : [],
  );
  const notes = new Map<string, string>();
  for (const [place, text] of extras.notes) {
    const id = found.sessionIds[place];
    if (id) notes.set(id, text);
  }
  return {
    is: "preview",
    here,
    sessions,
    added: sessions.filter(({ id }) => !starred.has(id)),
    dropped: [...starred].filter((id) => !ids.has(id)).length,
    missing,
    notes,
    entries: extras.entries,
  };
}
