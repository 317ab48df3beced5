import { useCallback, useLayoutEffect, useSyncExternalStore } from "react";
import { changeMark } from "../../domain/change-words";
import { type News, readUnlooked } from "../../store/changes";
import type { Db } from "../../store/db";
import { createBoard } from "../board";
import { useLive } from "../use-live";

const marks = createBoard<ReadonlyMap<string, string>>(new Map());

/** What has changed in the conference and has not been looked at; the rows of lists are marked by it. */
export function useNews(db: Db, conference: string, first: News): News {
  const news = useLive(() => readUnlooked(db, conference), [db, conference], first);
  // Before anything is painted.
  useLayoutEffect(() => marks.set(marksOf(news)), [news]);
  return news;
}

/** The latest change marks a session. */
function marksOf(news: News): ReadonlyMap<string, string> {
  const oldestFirst = [...news.changes].reverse();
  const found = new Map(oldestFirst.map((change) => [change.sessionId, changeMark(change)]));
  return new Map([...found].flatMap(([id, mark]) => (mark === null ? [] : [[id, mark] as const])));
}

/** The word that marks a session in a list, or null. Of all rows only those are drawn anew whose word is another. */
export function useChangeMark(sessionId: string): string | null {
  const read = useCallback(() => marks.get().get(sessionId) ?? null, [sessionId]);
  return useSyncExternalStore(marks.subscribe, read, read);
}
