import type { Conference } from "../domain/conference";
import { isNextEdition } from "../domain/next-edition";
import { isSameConference } from "../domain/same-conference";
import { readerKey } from "../feed/reader-key";
import { stableKey } from "../feed/stable-key";
import { deviceNow, readClock, sinceNow } from "./clock";
import { type Arrival, readConference } from "./conferences";
import type { Db, Source } from "./db";
import { HOME } from "./home";
import { readSources } from "./sources";
import { replaceWith } from "./take-in";

/** What a conference that is brought in is to those that are here. */
export type Standing =
  | { readonly kind: "new" }
  /** Another state of one that was brought in before. */
  | { readonly kind: "again"; readonly key: string; readonly sessions: number; readonly addedAt: number }
  /** The site's own, which refreshes itself. */
  | { readonly kind: "own" };

/** What came in, by whichever way. */
export interface BroughtIn {
  readonly arrival: Arrival;
  readonly address: string | null;
  readonly fileName: string | null;
  readonly timeZone: string | null;
}

/** Finds out what a conference is to those that are here: by its address, else by its sessions. */
export async function standingOf(db: Db, conference: Conference, address: string | null): Promise<Standing> {
  const own = await readConference(db, HOME);
  if (own && isState(own, conference)) return { kind: "own" };
  for (const source of await readSources(db)) {
    const { key, addedAt } = source;
    const kept = await readConference(db, key);
    const isSame = address !== null && source.address === address;
    if (isSame || (kept && isState(kept, conference))) {
      return { kind: "again", key, sessions: kept?.sessions.length ?? 0, addedAt };
    }
  }
  return { kind: "new" };
}

/** Both are states of one conference, and of one year's: feeds may hold the same UIDs each year. */
function isState(kept: Conference, arrived: Conference): boolean {
  const now = deviceNow();
  if (isNextEdition(kept, arrived, now) || isNextEdition(arrived, kept, now)) return false;
  return isSameConference(kept, arrived);
}

/**
 * Keeps a conference, in the place of `before` where that names one: its stars and all else that the attendee
 * has said of it stay. Gives its key, the same each time that it is brought in. Throws where the browser's
 * storage does not take it; what was there then stays.
 */
export async function bringIn(db: Db, brought: BroughtIn, before: string | null): Promise<string> {
  const { arrival, address, fileName, timeZone } = brought;
  const { name, sessions } = arrival.conference;
  const sources = await readSources(db);
  const held = sources.find((source) => source.key === before);
  const taken = new Set(sources.map(({ key }) => key));
  const key = held?.key ?? freeKey(taken, address === null ? [name, sessions[0]?.id ?? null] : [address]);
  // A file for what has an address is a newer state of it; the address is asked again at the next refresh.
  const source: Source = {
    key,
    name,
    address: address ?? held?.address ?? null,
    fileName: fileName ?? held?.fileName ?? null,
    addedAt: arrival.savedAt,
    since: held?.since ?? sinceNow(await readClock(db), arrival.savedAt),
    timeZone: timeZone ?? held?.timeZone ?? null,
  };
  const reader = readerKey({ defaultTimeZone: timeZone });
  // The attendee has seen it, and wants it.
  await replaceWith(db, key, { ...arrival, reader }, arrival.savedAt, "attendee");
  await db.sources.put(source);
  return key;
}

function freeKey(taken: ReadonlySet<string>, identity: readonly (string | null)[]): string {
  const key = stableKey(identity);
  return taken.has(key) ? freeKey(taken, [key]) : key;
}
