import { fetchFeed } from "../feed/fetch-feed";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import { readerKey } from "../feed/reader-key";
import { showChangeCard, tellChanges } from "../reminders/tell-changes";
import type { Db, Source } from "../store/db";
import { HOME } from "../store/home";
import { type AskRefresh, keepFresh } from "../store/keep-fresh";
import type { RefreshDoors } from "../store/refresh";
import { watchSources } from "../store/watch";
import { readAddress } from "./conferences/read-address";
import { FEED_ADDRESS, organisersOptions } from "./embedded-feed";
import { say } from "./parts/toast";

/** Reads a feed's bytes away from the page. */
export type Parse = (bytes: Uint8Array, options: ParseOptions, signal?: AbortSignal) => Promise<FeedResult>;

/** A reader that is set in one way. */
export function readerFor(parse: Parse, options: ParseOptions): Pick<RefreshDoors, "parse" | "reader"> {
  return { parse: (bytes, signal) => parse(bytes, options, signal), reader: readerKey(options) };
}

/** How a conference that was brought in is read. */
function optionsFor({ timeZone }: Pick<Source, "timeZone">): ParseOptions {
  return { defaultTimeZone: timeZone };
}

/**
 * Keeps every conference on this device that has an address in step with it. What comes back finds the one
 * that asks for a refresh; undefined for what came as a file, which stays as it is. `scope` is the absolute
 * address the app is served under.
 */
export function keepAllFresh(db: Db, parse: Parse, scope: string): (key: string) => AskRefresh | undefined {
  const keep = (key: string, address: string, options: ParseOptions) =>
    keepFresh(db, key, {
      ...readerFor(parse, options),
      fetch: (signal) => fetchFeed(address, signal ? { signal } : {}),
      onReplaced: ({ changes }) =>
        void tellChanges(db, key, changes, {
          scope,
          say,
          isVisible: () => document.visibilityState === "visible",
          show: showChangeCard,
        }).catch(reportError),
    });
  const asks = new Map([[HOME, keep(HOME, FEED_ADDRESS, organisersOptions())]]);
  watchSources(db, (sources) => {
    for (const source of sources) {
      const { key, address } = source;
      if (asks.has(key) || address === null || readAddress(address).kind !== "open") continue;
      const ask = keep(key, address, optionsFor(source));
      asks.set(key, ask);
      void ask("looked");
    }
  });
  return (key) => asks.get(key);
}
