import { fetchFeed } from "../feed/fetch-feed";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import type { Db } from "../store/db";
import { HOME } from "../store/home";
import { type AskRefresh, keepFresh } from "../store/keep-fresh";
import { readSource } from "../store/sources";
import { watchSources } from "../store/watch";
import { readAddress } from "./conferences/read-address";
import { FEED_ADDRESS, organisersOptions } from "./embedded-feed";

/** Reads a feed's bytes away from the page. */
export type Parse = (bytes: Uint8Array, options: ParseOptions) => Promise<FeedResult>;

/**
 * Keeps every conference on this device that has an address in step with it. What comes back finds the one
 * that asks for a refresh; undefined for what came as a file, which stays as it is.
 */
export function keepAllFresh(db: Db, parse: Parse): (key: string) => AskRefresh | undefined {
  const asks = new Map<string, AskRefresh>([
    [
      HOME,
      keepFresh(db, HOME, {
        fetch: () => fetchFeed(FEED_ADDRESS),
        parse: (bytes) => parse(bytes, organisersOptions()),
      }),
    ],
  ]);
  watchSources(db, (sources) => {
    for (const { key, address } of sources) {
      if (asks.has(key) || address === null || readAddress(address).kind !== "open") continue;
      const ask = keepFresh(db, key, {
        fetch: () => fetchFeed(address),
        parse: async (bytes) =>
          parse(bytes, { defaultTimeZone: (await readSource(db, key))?.timeZone ?? null }),
      });
      asks.set(key, ask);
      void ask("looked");
    }
  });
  return (key) => asks.get(key);
}
