import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Conference } from "../../domain/conference";
import { withGone } from "../../domain/days-of-these";
import {
  CHOICES,
  type Choice,
  countFilter,
  type Filter,
  knownFilter,
  NO_FILTER,
  partsSet,
  passes,
  readFilter,
  valuesIn,
  writeFilter,
} from "../../domain/filter";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import type { Db } from "../../store/db";
import { useNotes } from "../notes/use-notes";
import type { ToggleStar } from "../parts/star-button";
import { replaceAddress, searchHref } from "../route";
import { useScrollMemory } from "../scroll-memory";
import { FilterForm } from "./filter-form";
import { foundOf, sessionsNamed } from "./found";
import { NothingFound } from "./nothing-found";
import { ResultCount } from "./result-count";
import { ResultsByDay, ResultsByRank } from "./result-list";
import { SearchBox } from "./search-box";
import { useSearch } from "./use-search";
import { useSettled } from "./use-settled";
import { useTyped } from "./use-typed";

/** Rows at first, and with each further press. */
const ROWS = 60;

/** Of what is found by words: more than anyone reads, few enough for a keystroke. */
const RANKED = 20;

/** Milliseconds. */
const COUNT_AFTER = 150;

/** Search and filters over all days. The address holds what is searched for. */
export function SearchView(props: {
  readonly db: Db;
  readonly conference: Conference;
  /** What stands behind the `?` of the address. */
  readonly query: string;
  readonly starred: ReadonlySet<string>;
  /** What the attendee has said is not for them. */
  readonly passed: ReadonlySet<string>;
  readonly now: number;
  readonly location: string;
  readonly onToggle: ToggleStar;
}) {
  const { db, conference, query, starred, passed, now, location, onToggle } = props;
  const notes = useNotes(db);
  const sessions = useNoted(conference, notes);
  const offered = useMemo(() => offeredBy(sessions), [sessions]);
  const kept = useMemo(() => knownFilter(readFilter(query), offered), [query, offered]);
  const write = (filter: Filter) => replaceAddress(searchHref(writeFilter(filter)));
  const typed = useTyped(kept.q, (q) => write({ ...kept, q }));
  const typedWords = typed.words.trim();
  // The letters come first, the rows when there is time for them.
  const words = useDeferredValue(typedWords);
  const filter = useMemo(() => ({ ...kept, q: words }), [kept, words]);
  const latest = useRef(typed.words);
  latest.current = typed.words;
  const change = useCallback(
    (next: Filter) => replaceAddress(searchHref(writeFilter({ ...next, q: latest.current }))),
    [],
  );

  const facts = useMemo(() => ({ starred, now }), [starred, now]);
  const atFirst = words ? RANKED : ROWS;
  const [rows, setRows] = useRows(writeFilter(filter), atFirst);
  const narrowed = useMemo(() => {
    if (partsSet(kept) === 0) return null;
    return new Set(sessions.filter((session) => passes(session, kept, facts)).map(({ id }) => id));
  }, [sessions, kept, facts]);
  const asked = useMemo(
    () => (typedWords ? { words: typedWords, within: narrowed, most: rows } : null),
    [typedWords, narrowed, rows],
  );
  const { answer, failed } = useSearch(db, sessions, notes, asked);
  // Nothing is not said of words that nobody has looked for yet.
  const isAnswered = !words || failed || answer?.words === words;
  // A letter more draws nothing: its answer does.
  const given = (words && answer) || words;
  const found = useMemo(() => foundOf(sessions, given), [sessions, given]);
  const shown = useMemo(
    () => (narrowed ? found.ids.filter((id) => narrowed.has(id)) : found.ids),
    [found, narrowed],
  );
  // The list comes first, and how many each filter would leave of it once the writer pauses.
  const settled = useSettled(found.ids, COUNT_AFTER);
  const counts = useMemo(
    () => countFilter(offered, sessionsNamed(sessions, settled), kept, facts),
    [offered, sessions, settled, kept, facts],
  );
  useScrollMemory(location, !words || answer !== null || failed);

  const form = useRef<HTMLElement>(null);
  /** What is pressed to search wider goes away: the writer goes on in the box. */
  const wider = (act: () => void) => () => {
    act();
    form.current?.querySelector<HTMLElement>("input[type=search]")?.focus({ preventScroll: true });
  };
  const clearFilters = wider(() => change(NO_FILTER));
  const list = useRef<HTMLDivElement>(null);
  const focusRow = (index: number) =>
    list.current?.querySelectorAll<HTMLElement>("article .title a")[index]?.focus();
  const first = useMemo(() => sessionsNamed(sessions, shown.slice(0, rows)), [sessions, shown, rows]);
  const lists = { conference, sessions: first, starred, passed, now, onToggle };
  return (
    <div className="column search-page">
      <h1 tabIndex={-1} className="hidden">
        {t("Search")}
      </h1>
      <search ref={form}>
        <SearchBox typed={typed} onEnter={() => focusRow(0)} />
        <FilterForm filter={kept} counts={counts} onChange={change}>
          <ResultCount shown={shown.length} all={sessions.length} />
          {partsSet(kept) > 0 && (
            <button type="button" className="text-button" onClick={clearFilters}>
              {t("Clear filters")}
            </button>
          )}
        </FilterForm>
      </search>
      {words && failed && <p className="quiet">{t("Only the titles were searched.")}</p>}
      <div ref={list}>
        {words ? <ResultsByRank {...lists} hits={found.hits} /> : <ResultsByDay {...lists} />}
        {shown.length === 0 && isAnswered && (
          <NothingFound
            words={words}
            without={found.ids.length}
            onClearFilters={clearFilters}
            onClearWords={wider(() => {
              typed.type("");
              typed.keep();
            })}
          />
        )}
      </div>
      {shown.length > rows && (
        <p className="actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              setRows(rows + atFirst);
              // The reader goes on where the new rows begin.
              requestAnimationFrame(() => focusRow(rows));
            }}
          >
            {t("Show {count} more", { count: Math.min(atFirst, shown.length - rows) })}
          </button>
        </p>
      )}
    </div>
  );
}

/** The sessions of the schedule, and those it no longer holds that the attendee has written to; the same while that is. */
function useNoted(conference: Conference, notes: ReadonlyMap<string, string>): readonly Session[] {
  const noted = (conference.gone ?? []).filter(({ id }) => notes.has(id)).map(({ id }) => id);
  const named = JSON.stringify(noted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: not with each letter of a note
  return useMemo(() => withGone(conference, new Set(noted)), [conference, named]);
}

// Outlives the view, so that the way back from a session leads to the same row.
const unfolded = new Map<string, number>();

/** How many rows to show of what is searched for. */
function useRows(search: string, atFirst: number): readonly [number, (rows: number) => void] {
  const [, redraw] = useState(0);
  const setRows = (rows: number) => {
    unfolded.set(search, rows);
    redraw(rows);
  };
  return [unfolded.get(search) ?? atFirst, setRows];
}

function eachChoice<T>(of: (choice: Choice) => T): Readonly<Record<Choice, T>> {
  return Object.fromEntries(CHOICES.map((choice) => [choice, of(choice)])) as Record<Choice, T>;
}

function offeredBy(sessions: readonly Session[]) {
  const values = eachChoice((choice) => valuesIn(sessions, choice));
  return { ...values, day: values.day.toSorted() };
}
