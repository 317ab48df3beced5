import { fetchFeed } from "../feed/fetch-feed";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import { readerKey } from "../feed/reader-key";
import { showChangeCard, tellChanges } from "../reminders/tell-changes";
import { deviceNow } from "../store/clock";
import type { Db, Source } from "../store/db";
import { HOME } from "../store/home";
import { type AskRefresh, keepFresh } from "../store/keep-fresh";
import type { TaskDoors } from "../store/refresh";
import { watchSources } from "../store/watch";
import { workInWorker } from "../store/work-in-worker";
import { BASE } from "./base-path";
import { readAddress } from "./conferences/read-address";
import { feedAddress, organisersOptions } from "./embedded-feed";
import { forgetFirst } from "./first/mirror";
import { storeTrouble } from "./parts/notices";
import { say } from "./parts/toast";
import { openFeedWorker } from "./trusted";

/** Reads a feed's bytes away from the page. */
export type Parse = (bytes: Uint8Array, options: ParseOptions, signal?: AbortSignal) => Promise<FeedResult>;

/** A reader that is set in one way. It works away from the page, unless the store is in the page's own memory. */
export function readerFor(parse: Parse, options: ParseOptions): TaskDoors {
  const reader = readerKey(options);
  return {
    reader,
    parse: (bytes, signal) => parse(bytes, options, signal),
    ...(storeTrouble.get() !== "not-lasting" && {
      elsewhere: (db, task, signal) => {
        const request = { base: BASE, task, reader, options: { ...options, now: deviceNow() } };
        return workInWorker(openFeedWorker, db, request, signal);
      },
    }),
  };
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
      address: new URL(address, location.href).href,
      fetch: (signal) => fetchFeed(address, signal ? { signal } : {}),
      onReplaced: ({ changes }) => {
        // Whoever leaves at once is not to find the first screen of before.
        if (key === HOME) forgetFirst();
        void tellChanges(db, key, changes, {
          scope,
          say,
          isVisible: () => document.visibilityState === "visible",
          show: (card) => showChangeCard(scope, card),
        }).catch(reportError);
      },
    });
  const asks = new Map([[HOME, keep(HOME, feedAddress(), organisersOptions())]]);
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
