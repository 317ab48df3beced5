import { sessionOf } from "../domain/conference";
import { inEnglish } from "../domain/speech";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";
import { readerKey } from "../feed/reader-key";
import { stableKey } from "../feed/stable-key";
import { readRows, type StoreRows, sinceAt, toStore } from "./backup-rows";
import { type FileConference, type FileSettings, KINDS, type Kind } from "./backup-schema";
import { fromBase64 } from "./base64";
import { deviceNow } from "./clock";
import type { Arrival } from "./conferences";
import type { Db, Source } from "./db";
import { mergeRows, type RestoreMode } from "./merge-rows";
import { type PlacedConference, placeConferences } from "./place-conferences";
import type { ReadBackup } from "./read-backup";
import { renameRows } from "./rename-rows";

/** Reads a feed's bytes as they are read that are brought in, or as they were read of a past edition. */
export type ReadFeed = (
  bytes: Uint8Array,
  options: Pick<ParseOptions, "defaultTimeZone" | "dayStartHour">,
) => Promise<FeedResult>;

/** What a backup comes to for one kind of rows. */
export interface KindCount {
  readonly kind: Kind;
  readonly inFile: number;
  readonly here: number;
  readonly both: number;
  /** So many are here alone: to replace takes them away. */
  readonly dropped: number;
}

/** What is to be done with one conference of a backup. */
export interface ConferencePlan {
  readonly name: string;
  /** The key that it has here, or will have; null where it can be neither found here nor read from the file. */
  readonly key: string | null;
  /** In English, for `retold`; null where there is a key. */
  readonly reason: string | null;
  readonly rows: StoreRows | null;
  /** Where it is not here yet: what it will be. */
  readonly arrival: { readonly copy: Arrival; readonly source: Source } | null;
  readonly counts: readonly KindCount[];
  /** Stars of sessions that the programme does not hold. */
  readonly gone: number;
}

/** What bringing a backup back comes to; nothing is written yet. */
export interface RestorePlan {
  readonly savedAt: number;
  readonly conferences: readonly ConferencePlan[];
  readonly settings: FileSettings;
  readonly unread: Extract<ReadBackup, { ok: true }>["unread"];
}

/**
 * Finds out what bringing a backup back comes to, conference by conference, and reads those that are not here. `now`
 * (device time) says what is over.
 */
export async function planRestore(
  db: Db,
  { backup, unread }: Extract<ReadBackup, { ok: true }>,
  readFeed: ReadFeed,
  now = deviceNow(),
): Promise<RestorePlan> {
  const placed = await placeConferences(db, backup.conferences, now);
  const taken = new Set([
    ...(await db.sources.toCollection().primaryKeys()),
    ...placed.flatMap(({ here }) => here?.key ?? []),
  ]);
  const conferences: ConferencePlan[] = [];
  const keys = new Map<string, string>();
  for (const one of placed) {
    const plan = one.here ? await planHere(db, one) : await planNew(db, one.file, taken, readFeed);
    if (plan.key !== null) {
      taken.add(plan.key);
      keys.set(one.file.key, plan.key);
    }
    conferences.push(plan);
  }
  const { shown, ...others } = backup.settings;
  const key = shown !== undefined && keys.get(shown);
  return {
    savedAt: backup.savedAt,
    conferences,
    settings: key ? { ...others, shown: key } : others,
    unread,
  };
}

async function planHere(db: Db, { file, here }: PlacedConference): Promise<ConferencePlan> {
  const { key, conference } = here as NonNullable<typeof here>;
  const rows = toStore(renameRows(file, conference?.renamed ?? []), key);
  const held = (id: string) => !conference || conference.sessions.some((session) => session.id === id);
  return {
    ...{ name: conference?.name || file.name, key, reason: null, rows, arrival: null },
    ...(await countsOf(db, key, rows)),
    gone: rows.stars.filter(({ sessionId }) => !held(sessionId)).length,
  };
}

async function planNew(
  db: Db,
  file: FileConference,
  taken: ReadonlySet<string>,
  readFeed: ReadFeed,
): Promise<ConferencePlan> {
  const { name, source, feed } = file;
  const left = (reason: string): ConferencePlan => ({
    ...{ name, key: null, reason, rows: null, arrival: null, counts: [], gone: 0 },
  });
  const bytes = feed && fromBase64(feed.base64);
  if (!feed || !source || !bytes) return left(notHere());
  const { dayStartHour, edition, ...from } = source;
  const options = { defaultTimeZone: source.timeZone, ...(dayStartHour !== undefined && { dayStartHour }) };
  const read = await readFeed(bytes, options);
  if (!read.ok) return left(read.reason);
  const { details } = read;
  // A past edition has a name that tells it from the next one.
  const conference = edition ? { ...read.conference, name } : read.conference;
  const key = freeKey(file.key, taken);
  const rows = toStore(file, key);
  const reader = readerKey(options);
  return {
    ...{ name: conference.name, key, reason: null, rows },
    arrival: {
      copy: { conference, details, bytes, reader, savedAt: feed.savedAt },
      source: {
        ...{ ...from, key, name: conference.name, since: sinceAt(source.since) },
        ...(edition && { edition }),
      },
    },
    ...(await countsOf(db, key, rows)),
    gone: rows.stars.filter(({ sessionId }) => !sessionOf(conference, sessionId)).length,
  };
}

const notHere = () =>
  inEnglish(
    "It is not on this device, and its programme is not in the backup: bring it in first, then the backup again.",
  );

/** The key that it had where it comes from, unless another conference has that here. */
function freeKey(key: string, taken: ReadonlySet<string>): string {
  return key === "home" || taken.has(key) ? freeKey(stableKey([key]), taken) : key;
}

async function countsOf(db: Db, key: string, rows: StoreRows): Promise<Pick<ConferencePlan, "counts">> {
  const here = await readRows(db, key);
  const count = (kind: Kind, mode: RestoreMode) =>
    mergeRows(kind, here[kind] as never, rows[kind] as never, mode);
  return {
    counts: KINDS.map((kind) => {
      const { inFile, here, both } = count(kind, "add");
      return { kind, inFile, here, both, dropped: count(kind, "replace").drops.length };
    }),
  };
}
