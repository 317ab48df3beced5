import type { Conference } from "../domain/conference";
import { isSameEdition } from "../domain/next-edition";
import { stableKey } from "../feed/stable-key";
import { readClock, sinceNow } from "./clock";
import { newEdition } from "./conferences";
import type { Db, Source } from "./db";
import { isSpokenOf, moveRows } from "./move-rows";
import { writeSetting } from "./settings";
import { readSources } from "./sources";

/**
 * The past edition of a conference that has arrived again, while another is saved: the organiser has put last
 * year's schedule back. Undefined for everything else.
 */
export async function comeBack(
  db: Db,
  of: string,
  saved: Conference,
  arrived: Conference,
): Promise<Source | undefined> {
  for (const source of await readSources(db)) {
    if (source.edition?.of !== of) continue;
    const past = (await db.conferences.get(source.key))?.conference;
    if (past && isSameEdition(past, arrived) && !isSameEdition(saved, arrived)) return source;
  }
  return undefined;
}

/**
 * Makes room for another edition of a conference. What is here of the saved one, the feed's rows and all that the
 * attendee has said of it, is kept as a conference of its own, or `back` takes its place. Where the attendee has
 * said nothing of it, it is not kept. To be called in a transaction over all tables; `now` is device time.
 */
export async function turnEdition(
  db: Db,
  of: string,
  saved: Conference,
  {
    arrived,
    back,
    now,
  }: { readonly arrived: Conference; readonly back: Source | undefined; readonly now: number },
): Promise<void> {
  const kept = (await isSpokenOf(db, of)) ? await keepApart(db, of, saved, arrived, now) : null;
  if (kept === null) await moveRows(db, of, null);
  if (back) {
    await moveRows(db, back.key, of);
    await db.sources.delete(back.key);
  }
  await db.sources.update(of, { name: arrived.name });
  // Of whom had said nothing the pages go on as with any other refresh, wherever somebody is reading.
  if (kept !== null || back) await writeSetting(db, "turned", { of, at: now, kept });
}

/** Keeps what is here of a conference under another key, which it gives, and another name where it needs one. */
async function keepApart(
  db: Db,
  of: string,
  saved: Conference,
  arrived: Conference,
  now: number,
): Promise<string> {
  const sources = await readSources(db);
  const [first] = saved.sessions;
  const key = freeKey([of, first?.id ?? null, first?.day ?? null], new Set(sources.map((one) => one.key)));
  await moveRows(db, of, key);
  const taken = new Set([arrived.name, ...sources.filter((one) => one.key !== of).map(({ name }) => name)]);
  const name = ownName(saved, taken);
  // Another edition: what anybody has read under that key before is another conference's.
  const edition = newEdition();
  await db.conferences.put({ key, conference: { ...saved, name }, edition });
  const freshness = await db.freshness.get(key);
  if (freshness) {
    const { held: _, copy, ...before } = freshness;
    const { isEmbedded: __, ...known } = copy ?? {};
    await db.freshness.put({ ...before, failure: null, copy: { ...known, edition } });
  }
  const source = sources.find((one) => one.key === of);
  await db.sources.put({
    ...{ key, name, address: null, fileName: source?.fileName ?? null, addedAt: now },
    since: source?.since ?? sinceNow(await readClock(db), now),
    // With which its bytes are read as they were, wherever a backup takes them.
    timeZone: source?.timeZone ?? saved.timeZone,
    edition: { of, next: arrived.name },
  });
  return key;
}

/** Its own name, with as much of its date as tells it from the others. */
function ownName({ name, sessions }: Conference, taken: ReadonlySet<string>): string {
  const day = sessions[0]?.day ?? "";
  const names = [name, ...[4, 7, 10].map((length) => `${name} (${day.slice(0, length)})`)];
  return names.find((one) => !taken.has(one)) ?? name;
}

function freeKey(identity: readonly (string | null)[], taken: ReadonlySet<string>): string {
  const key = stableKey(identity);
  return taken.has(key) ? freeKey([key], taken) : key;
}
