import type { Db, Delivery } from "./db";
import { HOME } from "./home";

/** A trial of reminders on this very device belongs to no conference. */
const isOfDevice = ({ sessionId }: Delivery) => sessionId.startsWith("trackside:");

/** The tables whose rows the attendee has made, but for what has rung. */
const SAID = ["stars", "passes", "leads", "notes", "visits", "entries", "friends", "exports"] as const;

/** The tables that have a row, or rows, of a conference. */
const OWN = ["conferences", "details", "bytes", "freshness", "looked"] as const;

/** The tables of which nothing moves along: what is not of a conference, or not worth being kept. */
export const STAYING: readonly string[] = ["settings", "inbox", "sources", "held"];

/** All tables of which something moves. */
export const MOVING: readonly string[] = [...SAID, ...OWN, "changes", "deliveries"];

/** True where the attendee has said anything of a conference, or anything of it has rung for them. */
export async function isSpokenOf(db: Db, conference: string): Promise<boolean> {
  const counts = await Promise.all(SAID.map((name) => db.table(name).where({ conference }).count()));
  if (counts.some((count) => count > 0)) return true;
  return (await deliveriesOf(db, conference)).some(({ run }) => run === "real");
}

/**
 * Moves all that is kept of a conference to another key, the feed's rows and the attendee's; null: deletes it.
 * To be called in a transaction over all tables.
 */
export async function moveRows(db: Db, from: string, to: string | null): Promise<void> {
  for (const name of SAID) {
    const table = db.table(name);
    const rows = await table.where({ conference: from }).toArray();
    await table.where({ conference: from }).delete();
    if (to !== null) await table.bulkPut(rows.map((row) => ({ ...row, conference: to })));
  }
  for (const name of OWN) {
    const row = await db.table(name).get(from);
    await db.table(name).delete(from);
    if (to !== null && row) await db.table(name).put({ ...row, key: to });
  }
  const changes = db.changes.where({ conference: from });
  if (to === null) await changes.delete();
  else await changes.modify({ conference: to });
  const deliveries = await deliveriesOf(db, from);
  await db.deliveries.bulkDelete(deliveries.map(({ key }) => key));
  if (to !== null) await db.deliveries.bulkPut(deliveries.map((row) => movedDelivery(row, from, to)));
  await db.held.delete(from);
}

async function deliveriesOf(db: Db, conference: string): Promise<readonly Delivery[]> {
  return db.deliveries.filter((row) => (row.conference ?? HOME) === conference && !isOfDevice(row)).toArray();
}

/** Its key is run and reminder, which names its conference where that is not the site's own. */
function movedDelivery({ conference: _, ...row }: Delivery, from: string, to: string): Delivery {
  const [before, now] = [from, to].map((key) => `${row.run}|${key === HOME ? "" : `${key}/`}`);
  return {
    ...row,
    key: `${now}${row.key.slice(before?.length ?? 0)}`,
    ...(to !== HOME && { conference: to }),
  };
}
