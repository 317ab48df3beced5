import type { SearchAnswer, SearchRequest } from "./ask-search";
import { indexSessions, type SearchIndex } from "./search-index";

let search: SearchIndex = () => [];

self.onmessage = ({ data }: MessageEvent<SearchRequest>) => {
  if ("sessions" in data) search = indexSessions(data.sessions);
  else self.postMessage({ query: data.query, hits: search(data.query) } satisfies SearchAnswer);
};
