import type { Findable, Hit, Query } from "./search-index";

/** Of some sessions, by id, what the note is now: an empty text where there is none any more. */
type ChangedNotes = readonly (readonly [id: string, note: string])[];

/**
 * What the page sends to `search.worker.ts`: the sessions first, then queries, and what changes of the notes. Each
 * query has one answer.
 */
export type SearchRequest =
  | { readonly sessions: readonly Findable[] }
  | { readonly notes: ChangedNotes }
  | { readonly query: Query };

/** What was found for the words of a query: the sessions, best first, and of the first of them what was found in them. */
export interface SearchAnswer {
  readonly words: string;
  readonly ids: readonly string[];
  readonly hits: readonly Hit[];
}

/** A search that answers from a worker, so that no keystroke has to wait for it. */
export interface Searcher {
  /** Gives it the sessions, anew whenever they change. Queries wait for the first. */
  readonly load: (sessions: readonly Findable[]) => void;
  /** Tells what has become of notes since. */
  readonly change: (notes: ChangedNotes) => void;
  /** Asks; of several that wait for the worker only the newest is answered. */
  readonly ask: (query: Query) => void;
  readonly end: () => void;
}

/**
 * Starts a search. `onAnswer` gets what was found, never for a query older than one answered already;
 * `onFailure` is told once where the worker cannot be had or breaks, and nothing comes from then on.
 */
export function openSearcher(
  openWorker: () => Worker,
  onAnswer: (answer: SearchAnswer) => void,
  onFailure: () => void,
): Searcher {
  let worker: Worker | null = null;
  let loaded = false;
  let busy = false;
  let waiting: Query | null = null;
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const fail = () => {
    end();
    onFailure();
  };
  const next = () => {
    if (!worker || !loaded || busy || !waiting) return;
    busy = true;
    worker.postMessage({ query: waiting } satisfies SearchRequest);
    waiting = null;
  };
  try {
    worker = openWorker();
    worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
      busy = false;
      next();
      onAnswer(data);
    };
    worker.onerror = fail;
    worker.onmessageerror = fail;
  } catch {
    // Not at once: the caller has no searcher yet.
    queueMicrotask(fail);
  }
  return {
    load: (sessions) => {
      worker?.postMessage({ sessions } satisfies SearchRequest);
      loaded = true;
      next();
    },
    change: (notes) => worker?.postMessage({ notes } satisfies SearchRequest),
    ask: (query) => {
      waiting = query;
      next();
    },
    end,
  };
}
