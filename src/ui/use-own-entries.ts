import { useMemo } from "react";
import type { Conference } from "../domain/conference";
import { type AskedOf, withOwnEntries } from "../domain/own-entries";
import type { Db } from "../store/db";
import { readEntries } from "../store/entries";
import type { FirstRead } from "./first-read";
import { useLive } from "./use-live";

/** What the agenda, reminders and the like are drawn from: the conference with the attendee's own entries in it. */
export interface Whole extends AskedOf {
  /** What is in the agenda: what is starred, and the own entries. */
  readonly starred: ReadonlySet<string>;
}

/** The conference with the attendee's own entries; undefined until there is one. The same while nothing changes. */
export function useOwnEntries(
  db: Db,
  { key, entries: before }: FirstRead,
  { conference, asked, starred }: Omit<Whole, "conference"> & { readonly conference: Conference | undefined },
): Whole | undefined {
  const entries = useLive(() => readEntries(db, key), [db, key], before);
  const all = useMemo(
    () => (entries.length > 0 ? new Set([...starred, ...entries.map((entry) => entry.sessionId)]) : starred),
    [starred, entries],
  );
  return useMemo(
    () => conference && withOwnEntries({ conference, asked, starred: all }, entries),
    [conference, asked, all, entries],
  );
}
