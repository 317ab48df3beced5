import type { SearchAnswer, SearchRequest } from "./ask-search";
import { indexSessions, type Query, type SearchIndex } from "./search-index";

let search: SearchIndex = { find: () => [], setNote: () => undefined };

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if ("sessions" in data) search = indexSessions(data.sessions);
  else if ("notes" in data) for (const [id, note] of data.notes) search.setNote(id, note);
  else self.postMessage(answerTo(data.query));
};

function answerTo(query: Query): SearchAnswer {
  const found = search.find(query);
  // The page waits for all of what is sent, and shows the first of it.
  const hits = found.filter((hit) => (hit.title ?? hit.context ?? hit.note) !== null);
  return { words: query.words, ids: found.map(({ id }) => id), hits };
}
