import { startTransition, useEffect, useRef, useState } from "react";
import type { Conference } from "../../domain/conference";
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

/** Searches a conference from a worker that lives as long as the view; null as `query` asks for nothing. */
export function useSearch(db: Db, conference: Conference, query: Query | null): Search {
  const [answer, setAnswer] = useState<SearchAnswer | null>(null);
  const [failed, setFailed] = useState(false);
  const searcher = useRef<Searcher | null>(null);
  const newest = useRef(query);

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
    // Without its long texts a schedule can still be searched.
    const details = readDetails(db, shown.get()).catch(() => undefined);
    void details.then((read) => {
      if (left) return;
      searcher.current?.load(findables(conference.sessions, read?.sessions ?? {}));
      if (newest.current) searcher.current?.ask(newest.current);
    });
    return () => {
      left = true;
    };
  }, [db, conference]);

  useEffect(() => {
    newest.current = query;
    if (query) searcher.current?.ask(query);
    else setAnswer(null);
  }, [query]);

  return { answer, failed };
}
