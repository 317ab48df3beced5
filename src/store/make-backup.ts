import type { Conference } from "../domain/conference";
import type { Wishes } from "../domain/wishes";
import { readRows, toFile } from "./backup-rows";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  type FileConference,
  type FileSettings,
  SETTINGS,
} from "./backup-schema";
import { toBase64 } from "./base64";
import type { Db, Source } from "./db";
import { HOME } from "./home";
import { readSources } from "./sources";

/** So many sessions of a conference are in the file, for it to be known again by them. */
const SAMPLE = 40;
/** So many octets of feeds; what does not fit has to be had again in another way. */
const MOST_BYTES = 44 * 1024 * 1024;

/** A backup of everything of the attendee's, as the text of a file. `savedAt` is the device's time. */
export async function makeBackup(db: Db, savedAt: number): Promise<string> {
  const backup = await db.transaction("r", db.tables, () => readBackupOf(db, savedAt));
  return JSON.stringify({ format: BACKUP_FORMAT, version: BACKUP_VERSION, ...backup }, null, 1);
}

async function readBackupOf(db: Db, savedAt: number): Promise<Backup> {
  const conferences: FileConference[] = [await conferenceOf(db, HOME, undefined, 0)];
  let left = MOST_BYTES;
  for (const source of await readSources(db)) {
    const conference = await conferenceOf(db, source.key, source, left);
    left -= (conference.feed?.base64.length ?? 0) * 0.75;
    conferences.push(conference);
  }
  return { savedAt, settings: await settingsOf(db), conferences };
}

async function conferenceOf(
  db: Db,
  key: string,
  source: Source | undefined,
  left: number,
): Promise<FileConference> {
  const conference = (await db.conferences.get(key))?.conference;
  const rows = toFile(await readRows(db, key));
  const bytes = source && (await db.bytes.get(key))?.bytes;
  const savedAt = (await db.freshness.get(key))?.savedAt ?? source?.addedAt;
  return {
    key,
    name: conference?.name ?? source?.name ?? "",
    sample: conference ? sampleOf(conference) : [],
    source: source
      ? {
          address: source.address,
          fileName: source.fileName,
          addedAt: source.addedAt,
          since: source.since.at,
          timeZone: source.timeZone,
          ...(source.edition && {
            edition: source.edition,
            ...(conference?.dayStartHour !== undefined && { dayStartHour: conference.dayStartHour }),
          }),
        }
      : null,
    feed:
      bytes && savedAt !== undefined && bytes.length <= left ? { base64: toBase64(bytes), savedAt } : null,
    ...rows,
  };
}

function sampleOf({ sessions }: Conference): FileConference["sample"] {
  const step = Math.max(1, sessions.length / SAMPLE);
  const count = Math.min(SAMPLE, sessions.length);
  return Array.from({ length: count }, (_, place) => sessions[Math.floor(place * step)])
    .filter((session) => session !== undefined)
    .map(({ id, title, startsAt }) => ({ id, title, startsAt }));
}

async function settingsOf(db: Db): Promise<FileSettings> {
  const names = Object.keys(SETTINGS);
  const rows = await db.settings.bulkGet(names);
  const kept = rows.filter((row) => row !== undefined).map(({ name, value }) => [name, value] as const);
  const settings = Object.fromEntries(kept) as Record<string, unknown>;
  const wishes = settings.wishes as Wishes | undefined;
  if (!wishes) return settings;
  const { leadSince, scopeSince } = wishes;
  return {
    ...settings,
    wishes: { ...wishes, leadSince: leadSince?.at ?? null, scopeSince: scopeSince?.at ?? null },
  };
}
