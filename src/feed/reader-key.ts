import type { ParseOptions } from "./parse-feed";

/** Raised with every change of the reader that makes something else of the same bytes. */
const READER_VERSION = 1;

/** Which reader, set how, reads a feed: where that is not the one of before, its kept bytes are read again. */
export function readerKey(options: ParseOptions = {}): string {
  return `${READER_VERSION} ${JSON.stringify(options)}`;
}
