import { readRows, sinceAt } from "./backup-rows";
import { KINDS, type Kind, SETTINGS } from "./backup-schema";
import { deviceNow, readClock, sinceNow } from "./clock";
import { replaceConference } from "./conferences";
import type { Db } from "./db";
import { mergeRows, type RestoreMode } from "./merge-rows";
import type { ConferencePlan, RestorePlan } from "./plan-restore";
import { removeConference } from "./remove-conference";
import { RESTORED } from "./restored-since";

/** What bringing a backup back has changed: with that it undoes itself. */
export interface Restored {
  /** The rows that were changed, as they were before; undefined where there was none. */
  readonly before: readonly (readonly [table: string, key: unknown, row: unknown])[];
  /** The keys of conferences that have come with it. */
  readonly added: readonly string[];
}

/** Puts rows, and takes those of the other keys away, having noted what was there before. */
type Change = (table: string, puts: readonly object[], drops: readonly unknown[]) => Promise<void>;

/**
 * Brings a backup back, all of it or nothing. `add` is a union that leaves the settings alone; `replace` makes
 * the attendee's rows of the backup's conferences, and the settings, those of the file. Throws where the
 * browser's storage does not take it; nothing has changed then. `now` is the device's time.
 */
export async function restore(
  db: Db,
  plan: RestorePlan,
  mode: RestoreMode,
  now = deviceNow(),
): Promise<Restored> {
  const since = sinceNow(await readClock(db), now);
  return db.transaction("rw", db.tables, async () => {
    const before: [string, unknown, unknown][] = [];
    const added: string[] = [];
    const change: Change = async (name, puts, drops) => {
      const table = db.table(name);
      const keys = [...puts.map((row) => keyOf(table.schema.primKey.keyPath, row)), ...drops];
      const rows = await table.bulkGet(keys as never[]);
      before.push(...keys.map((key, place): [string, unknown, unknown] => [name, key, rows[place]]));
      await table.bulkPut(puts);
      await table.bulkDelete(drops as never[]);
    };
    for (const conference of plan.conferences) {
      if (conference.key === null) continue;
      if (await addConference(db, conference)) added.push(conference.key);
      await mergeInto(db, conference, mode, change);
    }
    if (mode === "replace") {
      const made = settingsOf(plan).map(([name, value]) => ({ name, value }));
      const never = made.filter(({ value }) => value === undefined).map(({ name }) => name);
      await change(
        "settings",
        made.filter(({ value }) => value !== undefined),
        never,
      );
    }
    // What had passed by now does not ring, and is not missed: it was asked for elsewhere.
    if (before.length > 0) await change("settings", [{ name: RESTORED, value: since }], []);
    return { before, added };
  });
}

/** Puts every row that a backup has changed back as it was, and takes the conferences away that came with it. */
export async function undoRestore(db: Db, { before, added }: Restored): Promise<void> {
  await db.transaction("rw", db.tables, async () => {
    for (const name of new Set(before.map(([name]) => name))) {
      const own = before.filter(([table]) => table === name);
      const isNew = ([, , row]: Restored["before"][number]) => row === undefined;
      await db.table(name).bulkDelete(own.filter(isNew).map(([, key]) => key) as never[]);
      await db.table(name).bulkPut(own.filter((one) => !isNew(one)).map(([, , row]) => row));
    }
    for (const key of added) await removeConference(db, key);
  });
}

/** False where it is here already. */
async function addConference(db: Db, { key, arrival }: ConferencePlan): Promise<boolean> {
  if (key === null || !arrival || (await db.sources.get(key))) return false;
  await replaceConference(db, key, arrival.copy);
  await db.sources.put(arrival.source);
  return true;
}

/** Anew, in the transaction: the rows may be others than they were as the attendee looked. */
async function mergeInto(
  db: Db,
  { key, rows }: ConferencePlan,
  mode: RestoreMode,
  change: Change,
): Promise<void> {
  if (key === null || !rows) return;
  const here = await readRows(db, key);
  const merge = async <K extends Kind>(kind: K) => {
    const { puts, drops } = mergeRows(kind, here[kind], rows[kind], mode);
    const { keyPath } = db.table(kind).schema.primKey;
    if (puts.length + drops.length > 0) {
      await change(
        kind,
        puts,
        drops.map((row) => keyOf(keyPath, row)),
      );
    }
  };
  for (const kind of KINDS) await merge(kind);
}

function keyOf(path: string | readonly string[] | undefined, row: object): unknown {
  const field = (name: string) => (row as Readonly<Record<string, unknown>>)[name];
  return typeof path === "string" ? field(path) : path?.map(field);
}

/** The settings of the file; undefined for one that was never made there. */
function settingsOf({ settings, unread }: RestorePlan): readonly (readonly [string, unknown])[] {
  const names = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
  return names
    .filter((name) => settings[name] !== undefined || !unread.settings)
    .map((name) => {
      if (name !== "wishes" || !settings.wishes) return [name, settings[name]];
      const { leadSince, scopeSince } = settings.wishes;
      const moment = (at: number | null) => (at === null ? null : sinceAt(at));
      return [name, { ...settings.wishes, leadSince: moment(leadSince), scopeSince: moment(scopeSince) }];
    });
}
