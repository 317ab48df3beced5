import { startTransition, useEffect, useRef, useState } from "react";
import type { Session } from "../../domain/session";
import { readDetails } from "../../store/conferences";
import type { Db } from "../../store/db";
import { shown } from "../shown";
import { openSearchWorker } from "../trusted";
import { openSearcher, type SearchAnswer, type Searcher } from "./ask-search";
import { findables } from "./findables";
import type { Query } from "./search-index";

/** What the search has answered last; null before its first answer, and where it has none to give. */
export interface Search {
  readonly answer: SearchAnswer | null;
  /** There will be no answer: the worker could not be had. */
  readonly failed: boolean;
}

/**
 * Searches sessions and the attendee's `notes` to them from a worker that lives as long as the view; null as `query`
 * asks for nothing. Of a note that changes only its session is looked through anew.
 */
export function useSearch(
  db: Db,
  sessions: readonly Session[],
  notes: ReadonlyMap<string, string>,
  query: Query | null,
): Search {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const searcher = useRef<Searcher | null>(null);
  const newest = useRef(query);
  const latest = useRef(notes);
  /** The notes as the worker has them; null before it has the sessions. */
  const told = useRef<ReadonlyMap<string, string> | null>(null);

  useEffect(() => {
    const opened = openSearcher(
      openSearchWorker,
      // A row that is late is better than a letter that is late.
      (given) => startTransition(() => setAnswer(newest.current && given)),
      () => {
        setAnswer(null);
        setFailed(true);
      },
    );
    searcher.current = opened;
    return opened.end;
  }, []);

  useEffect(() => {
    let left = false;
    told.current = null;
    // Without its long texts a schedule can still be searched.
    const details = readDetails(db, shown.get()).catch(() => undefined);
    void details.then((read) => {
      if (left) return;
      told.current = latest.current;
      const texts = { ...read?.gone, ...read?.sessions };
      searcher.current?.load(findables(sessions, texts, latest.current));
      if (newest.current) searcher.current?.ask(newest.current);
    });
    return () => {
      left = true;
    };
  }, [db, sessions]);

  useEffect(() => {
    latest.current = notes;
    const before = told.current;
    if (!before) return;
    told.current = notes;
    const ids = new Set([...before.keys(), ...notes.keys()]);
    const changed = [...ids].filter((id) => before.get(id) !== notes.get(id));
    if (changed.length === 0) return;
    searcher.current?.change(changed.map((id) => [id, notes.get(id) ?? ""]));
    if (newest.current) searcher.current?.ask(newest.current);
  }, [notes]);

  useEffect(() => {
    newest.current = query;
    if (query) searcher.current?.ask(query);
    else setAnswer(null);
  }, [query]);

  return { answer, failed };
}
