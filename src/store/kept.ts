import { type AskedOf, withOwnEntries } from "../domain/own-entries";
import type { Asked } from "../domain/reminder";
import type { Since } from "../domain/since";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { readEntries } from "./entries";
import { HOME } from "./home";
import { readSources } from "./sources";
import { readAsked } from "./wishes";

/** A conference on this device, with all that the attendee has said about what is to ring of it. */
export interface Kept extends AskedOf {
  readonly key: string;
  /** Its next edition has taken its place: nothing of it rings. */
  readonly isPast?: true;
}

/**
 * Every conference on this device, the attendee's own entries among its sessions: the site's own first, then those
 * brought in, the oldest first.
 */
export async function readAllKept(db: Db): Promise<readonly Kept[]> {
  const kept = await readAllOfFeeds(db);
  return Promise.all(kept.map(async (one) => withOwnEntries(one, await readEntries(db, one.key))));
}

/** Every conference on this device as its feed has it, in the same order. */
export async function readAllOfFeeds(db: Db): Promise<readonly Kept[]> {
  const places = [{ key: HOME, since: null, edition: undefined }, ...(await readSources(db))];
  const kept = await Promise.all(
    places.map(async ({ key, since, edition }) => {
      const [conference, asked] = await Promise.all([readConference(db, key), readAsked(db, key)]);
      if (!conference) return undefined;
      const past = edition && { isPast: true as const };
      return { key, conference, asked: since ? askedSince(asked, since) : asked, ...past };
    }),
  );
  return kept.filter((one) => one !== undefined);
}

/** The wish for everything reaches no further back than to when a conference came here. */
function askedSince(asked: Asked, since: Since): Asked {
  const { scopeSince } = asked.wishes;
  if (scopeSince && scopeSince.at > since.at) return asked;
  return { ...asked, wishes: { ...asked.wishes, scopeSince: since } };
}
