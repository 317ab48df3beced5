import { parentPort } from "node:worker_threads";
import { type FeedResult, type ParseOptions, parseFeed } from "../feed/parse-feed";

/** What `openReader` asks. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly options: ParseOptions;
}

export type ReadAnswer = FeedResult;

parentPort?.on("message", ({ bytes, options }: ReadRequest) => {
  const answer: ReadAnswer = parseFeed(bytes, options);
  parentPort?.postMessage(answer);
});
