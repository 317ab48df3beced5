import { startTransition, use, useCallback, useEffect, useState } from "react";
import type { InfoEntry } from "../../domain/info-entry";
import { BASE } from "../base-path";

/** What the site says of itself beside the app's code, which stays the same as it changes. */
export interface SiteFacts {
  /** The app's version. */
  readonly version: string;
  /** Where the app's source is to be had, or null. */
  readonly source: string | null;
  /** What the organiser tells attendees. */
  readonly info: readonly InfoEntry[];
}

const ADDRESS = `${BASE}info.json`;

/** What was read last; null where it could not be had. */
let kept: Promise<SiteFacts | null> | undefined;

async function readFacts(): Promise<SiteFacts | null> {
  // Kept on the device with the app: a page that its service worker does not answer for looks there as well.
  const answer = await fetch(ADDRESS).catch(() => caches.match(ADDRESS).catch(() => undefined));
  const facts = (await answer?.json().catch(() => null)) as SiteFacts | null | undefined;
  // A captive portal answers with something else.
  return Array.isArray(facts?.info) ? (facts as SiteFacts) : null;
}

/** The facts, and what reads them anew. The view waits for them; a new version of the site brings its own. */
export function useSiteFacts(): readonly [facts: SiteFacts | null, read: () => void] {
  kept ??= readFacts();
  const [reading, setReading] = useState(kept);
  const read = useCallback(() => {
    const anew = readFacts();
    kept = anew;
    startTransition(() => setReading(anew));
  }, []);
  useEffect(() => {
    const container = navigator.serviceWorker;
    container?.addEventListener("controllerchange", read);
    return () => container?.removeEventListener("controllerchange", read);
  }, [read]);
  return [use(reading), read];
}
