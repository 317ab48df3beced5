import { type GenericSchema, type InferOutput, safeParse } from "valibot";
import { inEnglish } from "../domain/speech";
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type Backup,
  CONFERENCE,
  type FileConference,
  type FileRows,
  type FileSettings,
  KINDS,
  type Kind,
  ROWS,
  SETTINGS,
} from "./backup-schema";

/** No file is larger, octets. */
export const LARGEST_BACKUP = 64 * 1024 * 1024;
/** Nobody has said more; a file that does was not written by this app. */
const MOST_ROWS = 100_000;
const MOST_CONFERENCES = 100;

/** What could not be read, and is left out. */
export type Unread = { readonly [K in Kind | "conferences" | "settings"]?: number };

export type ReadBackup =
  | { readonly ok: true; readonly backup: Backup; readonly unread: Unread }
  /** `reason` is a sentence, in English, for `retold`. */
  | { readonly ok: false; readonly reason: string };

type Thing = Readonly<Record<string, unknown>>;

/**
 * Judges a file that is said to be a backup, of this version or an earlier one. A bad row is left out and
 * counted; a bad frame is refused. Nothing of the file is run, and fields that nobody knows are passed over.
 */
export function readBackup(text: string): ReadBackup {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    const isOurs = text.slice(0, 200).includes(BACKUP_FORMAT);
    return refused(isOurs ? cutOff() : notOurs());
  }
  if (!isThing(file) || file.format !== BACKUP_FORMAT) return refused(notOurs());
  const { version, conferences, settings } = file;
  if (!Number.isInteger(version) || (version as number) < 1) return refused(notOurs());
  if ((version as number) > BACKUP_VERSION) {
    return refused(inEnglish("This backup was made by a newer version of the app. Update, then try again."));
  }
  if (!Array.isArray(conferences)) return refused(cutOff());
  if (conferences.length > MOST_CONFERENCES || rowsOf(conferences) > MOST_ROWS) {
    return refused(
      inEnglish("The backup holds more than this app would ever write. Nothing was brought back."),
    );
  }
  const unread: Partial<Record<keyof Unread, number>> = {};
  const miss = (what: keyof Unread, count = 1) => {
    unread[what] = (unread[what] ?? 0) + count;
  };
  const savedAt = typeof file.savedAt === "number" && file.savedAt > 0 ? Math.min(file.savedAt, 8e15) : 0;
  const backup: Backup = {
    savedAt,
    settings: judgeSettings(isThing(settings) ? settings : {}, miss),
    conferences: conferences.flatMap((conference) => judgeConference(conference, miss) ?? []),
  };
  return { ok: true, backup, unread };
}

const refused = (reason: string) => ({ ok: false, reason }) as const;
const notOurs = () => inEnglish("This file is not a backup of this app.");
const cutOff = () => inEnglish("The backup is damaged or cut off, and cannot be read.");

function isThing(value: unknown): value is Thing {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** How many rows there are to be judged. */
function rowsOf(conferences: readonly unknown[]): number {
  const counts = conferences
    .filter(isThing)
    .flatMap((conference) => KINDS.map((kind) => listOf(conference[kind]).length));
  return counts.reduce((sum, count) => sum + count, 0);
}

type Miss = (what: keyof Unread, count?: number) => void;

function judgeConference(value: unknown, miss: Miss): FileConference | null {
  const frame = judged(CONFERENCE, value);
  if (!frame || !isThing(value)) {
    miss("conferences");
    return null;
  }
  const rows = KINDS.map((kind) => {
    const read = listOf(value[kind]).map((row) => judged<GenericSchema>(ROWS[kind], row));
    const good = read.filter((row) => row !== undefined);
    const isList = value[kind] === undefined || Array.isArray(value[kind]);
    if (!isList || good.length < read.length) miss(kind, isList ? read.length - good.length : 1);
    return [kind, good] as const;
  });
  return { ...frame, ...(Object.fromEntries(rows) as unknown as FileRows) };
}

function judgeSettings(settings: Thing, miss: Miss): FileSettings {
  const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
  const read = names
    .filter((name) => settings[name] !== undefined)
    .map((name) => [name, judged<GenericSchema>(SETTINGS[name], settings[name])] as const);
  const good = read.filter(([, value]) => value !== undefined);
  if (good.length < read.length) miss("settings", read.length - good.length);
  return Object.fromEntries(good);
}

function judged<Schema extends GenericSchema>(
  schema: Schema,
  value: unknown,
): InferOutput<Schema> | undefined {
  const result = safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : undefined;
}
