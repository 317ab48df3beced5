import { type ParseOptions, parseFeed } from "./parse-feed";

/** What the page sends; the answer is one `FeedResult`. */
interface ParseRequest {
  readonly bytes: Uint8Array;
  readonly options?: ParseOptions;
}

self.onmessage = ({ data }: MessageEvent<ParseRequest>) => {
  self.postMessage(parseFeed(data.bytes, data.options));
};
