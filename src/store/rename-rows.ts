import type { FileRows } from "./backup-schema";

/** Rows of the file under the ids that their sessions have here, where they were made again since it was saved. */
export function renameRows(
  rows: FileRows,
  renamed: readonly (readonly [before: string, now: string])[],
): FileRows {
  if (renamed.length === 0) return rows;
  const today = new Map(renamed);
  const now = (id: string) => today.get(id) ?? id;
  const move = <Row extends { readonly sessionId: string }>(row: Row): Row => ({
    ...row,
    sessionId: now(row.sessionId),
  });
  return {
    ...rows,
    stars: rows.stars.map(move),
    passes: rows.passes.map(move),
    leads: rows.leads.map(move),
    notes: rows.notes.map(move),
    visits: rows.visits.map(move),
    friends: rows.friends.map((friend) => ({ ...friend, sessionIds: friend.sessionIds.map(now) })),
    exports: rows.exports.map((row) => {
      if (!today.has(row.sessionId)) return row;
      // The calendar goes on knowing it by the UID under which it was told of it.
      const told = row.told && { told: move(row.told) };
      return { ...move(row), uid: row.uid ?? row.sessionId, ...told };
    }),
    deliveries: rows.deliveries.map(move),
  };
}
