import { bothTexts } from "../domain/note";
import type { Db, MarkTable } from "./db";
import { HOME } from "./home";

type Marked<Mark> = Mark & { readonly conference: string };

/**
 * Moves what is kept under a session's earlier ids to the one of today: star, pass, lead time, note, mark, what the
 * calendar was told, what has rung, and what is told of its changes. Nothing but the id changes, so that what
 * rang for the one does not ring again for the other at the same instant.
 */
export async function followRenamed(
  db: Db,
  conference: string,
  renamed: readonly (readonly [before: string, now: string])[],
): Promise<void> {
  if (renamed.length === 0) return;
  const today = new Map(renamed);
  await move(db.stars, conference, today);
  await move(db.passes, conference, today);
  await move(db.leads, conference, today);
  await moveNotes(db, conference, today);
  await moveVisits(db, conference, today);
  // The calendar goes on knowing it by the UID under which it was told of it.
  await move(db.exports, conference, today, (row, sessionId) => ({
    ...row,
    uid: row.uid ?? row.sessionId,
    ...(row.told && { told: { ...row.told, sessionId } }),
  }));
  await moveDeliveries(db, conference, today);
  await db.changes
    .where({ conference })
    .filter(({ sessionId }) => today.has(sessionId))
    .modify((row) => {
      Object.assign(row, { sessionId: today.get(row.sessionId) });
    });
}

async function move<Mark extends { readonly sessionId: string }>(
  table: MarkTable<Mark>,
  conference: string,
  today: ReadonlyMap<string, string>,
  asMoved: (row: Marked<Mark>, sessionId: string) => Marked<Mark> = (row) => row,
): Promise<void> {
  const keys = [...today.keys()].map((id): [string, string] => [conference, id]);
  const rows = (await table.bulkGet(keys)).filter((row) => row !== undefined);
  if (rows.length === 0) return;
  await table.bulkDelete(rows.map(({ sessionId }) => [conference, sessionId]));
  await table.bulkPut(
    rows.map((row) => {
      const sessionId = today.get(row.sessionId) ?? row.sessionId;
      return { ...asMoved(row, sessionId), sessionId };
    }),
  );
}

/** What was written to both is put together: none of it is lost. */
async function moveNotes(db: Db, conference: string, today: ReadonlyMap<string, string>): Promise<void> {
  const texts = new Map((await rowsOf(db.notes, conference, today)).map((row) => [row.sessionId, row.text]));
  await move(db.notes, conference, today, (row, sessionId) => {
    const text = bothTexts(row.text, texts.get(sessionId) ?? "");
    texts.set(sessionId, text);
    return { ...row, text };
  });
}

/** Of two marks the one that was set to the session of today is the later one. */
async function moveVisits(db: Db, conference: string, today: ReadonlyMap<string, string>): Promise<void> {
  const there = new Map((await rowsOf(db.visits, conference, today)).map((row) => [row.sessionId, row]));
  await move(db.visits, conference, today, (row, sessionId) => there.get(sessionId) ?? row);
}

/** What is said of the sessions of today. */
async function rowsOf<Mark extends { readonly sessionId: string }>(
  table: MarkTable<Mark>,
  conference: string,
  today: ReadonlyMap<string, string>,
): Promise<readonly Marked<Mark>[]> {
  const rows = await table.bulkGet([...today.values()].map((id): [string, string] => [conference, id]));
  return rows.filter((row) => row !== undefined);
}

async function moveDeliveries(db: Db, conference: string, today: ReadonlyMap<string, string>): Promise<void> {
  const rows = await db.deliveries
    .filter((row) => (row.conference ?? HOME) === conference && today.has(row.sessionId))
    .toArray();
  const before = conference === HOME ? "|" : `|${conference}/`;
  await db.deliveries.bulkDelete(rows.map(({ key }) => key));
  await db.deliveries.bulkPut(
    rows.map((row) => {
      const sessionId = today.get(row.sessionId) ?? row.sessionId;
      return {
        ...row,
        sessionId,
        key: row.key.replace(`${before}${row.sessionId}@`, () => `${before}${sessionId}@`),
      };
    }),
  );
}
