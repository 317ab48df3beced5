import { sampleConference } from "../domain/sample";
import type { Session } from "../domain/session";
import { DAY } from "../domain/time";
import { OWN } from "./backup-sample";
import type { Db, Source } from "./db";
import { HOME } from "./home";
import { MOVING } from "./move-rows";
import { readSources } from "./sources";
import { replaceWith } from "./take-in";

/** Fifty-two weeks, milliseconds. */
export const YEAR = 364 * DAY;

/** When the sample's conference begins, and when it is over; epoch milliseconds. */
export const START = OWN[0]?.startsAt ?? 0;
export const AFTER = START + 10 * DAY;

/** The sample's sessions under the same ids, with the same titles, so many years later. */
export function again(years: number): readonly Session[] {
  return OWN.map((session) => {
    const by = years * YEAR;
    const day = new Date(session.startsAt + by).toISOString().slice(0, 10);
    return { ...session, startsAt: session.startsAt + by, endsAt: session.endsAt + by, day };
  });
}

let arrivals = 0;

/** Has sessions arrive as a server's answer at `now` (device time). */
export function arrive(
  db: Db,
  sessions: readonly Session[],
  now: number,
  { of = HOME, name = "Pencil Days" } = {},
): ReturnType<typeof replaceWith> {
  const conference = { ...sampleConference(sessions), name };
  const details = { sessions: {}, report: [] };
  const bytes = new Uint8Array([arrivals++]);
  return replaceWith(db, of, { conference, details, bytes, reader: "1", savedAt: now }, now, "gate");
}

/** All rows of a conference, by table, without what names it. */
export async function rowsOf(db: Db, key: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const table of db.tables.filter(({ name }) => MOVING.includes(name))) {
    const isByKey = table.schema.primKey.keyPath === "key" && table.name !== "deliveries";
    const own = (await table.toArray()).filter((row) => {
      if (row.sessionId?.startsWith("trackside:")) return false;
      return (isByKey ? row.key : (row.conference ?? HOME)) === key;
    });
    found[table.name] = own.map(({ conference, key: known, ...row }) => ({
      ...row,
      ...(isByKey ? { conference } : { key: known?.replace(`${key}/`, "") }),
    }));
  }
  return found;
}

/** The past editions that are kept. */
export async function pastOf(db: Db): Promise<readonly Source[]> {
  return (await readSources(db)).filter(({ edition }) => edition);
}

/** The only one that is kept; throws where there is none, or another. */
export async function onlyPast(db: Db): Promise<Source> {
  const [one, ...others] = await pastOf(db);
  if (!one || others.length > 0) throw new Error("Not one edition is kept.");
  return one;
}
