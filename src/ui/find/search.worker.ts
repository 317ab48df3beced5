import type { SearchAnswer, SearchRequest } from "./ask-search";
import { indexSessions, type Query, type SearchIndex } from "./search-index";

let search: SearchIndex = () => [];

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if ("sessions" in data) search = indexSessions(data.sessions);
  else self.postMessage(answerTo(data.query));
};

function answerTo(query: Query): SearchAnswer {
  const found = search(query);
  // The page waits for all of what is sent, and shows the first of it.
  const hits = found.filter(({ title, context }) => title !== null || context !== null);
  return { words: query.words, ids: found.map(({ id }) => id), hits };
}
