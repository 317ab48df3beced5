import { appTime, type Clock, deviceTime } from "../domain/clock";
import type { Reminder } from "../domain/reminder";
import { SECOND } from "../domain/time";
import type { Db, Delivery, Ringer } from "./db";

/** A claim that has shown nothing for this long was made by a caller that was killed. */
export const TAKEOVER = 10 * SECOND;

function keyOf(run: string, reminder: Reminder): string {
  return `${run}|${reminder.id}`;
}

/** What has been delivered in a run of the app's clock, by reminder. */
export async function readDeliveries(db: Db, run: string): Promise<ReadonlyMap<string, Delivery>> {
  const rows = await db.deliveries.where({ run }).toArray();
  return new Map(rows.map((row) => [row.key.slice(run.length + 1), row]));
}

/**
 * Claims the right to ring a reminder. Of all callers in all tabs and the service worker one gets true;
 * the others get false, unless ten seconds (device time) have passed and the claim has shown nothing.
 */
export async function claimDelivery(
  db: Db,
  run: string,
  reminder: Reminder,
  by: Ringer,
  claimedAt: number,
): Promise<boolean> {
  const key = keyOf(run, reminder);
  return db.transaction("rw", db.deliveries, async () => {
    const held = await db.deliveries.get(key);
    if (held && (held.missed || held.shownAt !== null || Math.abs(claimedAt - held.claimedAt) < TAKEOVER)) {
      return false;
    }
    await db.deliveries.put(rowFor(run, reminder, by, claimedAt));
    return true;
  });
}

function rowFor(run: string, reminder: Reminder, by: Ringer, claimedAt: number): Delivery {
  const { session, fireAt } = reminder;
  return {
    key: keyOf(run, reminder),
    run,
    ...(reminder.conference !== undefined && { conference: reminder.conference }),
    sessionId: session.id,
    fireAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    room: session.room,
    claimedAt,
    by,
    shownAt: null,
    lateness: null,
    shownAs: null,
    missed: false,
  };
}

/** Completes a claim: the reminder was shown. */
export async function markShown(
  db: Db,
  run: string,
  reminder: Reminder,
  shown: Pick<Delivery, "shownAt" | "lateness" | "shownAs">,
): Promise<void> {
  await db.deliveries.update(keyOf(run, reminder), { ...shown, missed: false });
}

/**
 * A card of this run that somebody has answered was shown, also where the caller that showed it was killed
 * before it could say so; else it would be up again as soon as its claim is old. `id` is the reminder's.
 */
export async function markAnswered(db: Db, clock: Clock, id: string): Promise<void> {
  await db.transaction("rw", db.deliveries, async () => {
    const held = await db.deliveries.get(`${clock.run}|${id}`);
    if (!held || held.shownAt !== null || held.missed) return;
    const { key, claimedAt, fireAt } = held;
    const lateness = claimedAt - deviceTime(clock, fireAt);
    await db.deliveries.update(key, {
      shownAt: appTime(clock, claimedAt),
      lateness,
      shownAs: "notification",
    });
  });
}

/**
 * Gives the claim of `claimedAt` back, where showing failed: another door, or a later wake, may try. One that
 * has been taken over meanwhile is another's, with all that came of it, and stays.
 */
export async function releaseClaim(
  db: Db,
  run: string,
  reminder: Reminder,
  claimedAt: number,
): Promise<void> {
  const key = keyOf(run, reminder);
  await db.transaction("rw", db.deliveries, async () => {
    const held = await db.deliveries.get(key);
    const isOwn = held?.claimedAt === claimedAt && held.shownAt === null && !held.missed;
    if (isOwn) await db.deliveries.delete(key);
  });
}

/** Keeps reminders that came too late to ring, so that they can be listed; what was shown stays shown. */
export async function markMissed(
  db: Db,
  run: string,
  reminders: readonly Reminder[],
  by: Ringer,
  at: number,
): Promise<void> {
  await db.transaction("rw", db.deliveries, async () => {
    const held = await db.deliveries.bulkGet(reminders.map((reminder) => keyOf(run, reminder)));
    const rows = reminders
      .filter((_, index) => held[index]?.shownAt == null)
      .map((reminder) => ({ ...rowFor(run, reminder, by, at), missed: true }));
    await db.deliveries.bulkPut(rows);
  });
}

/** What has been delivered or missed in a run of the app's clock, the latest claim first. */
export async function readLog(db: Db, run: string): Promise<readonly Delivery[]> {
  const rows = await db.deliveries.where({ run }).toArray();
  return rows.sort((a, b) => b.claimedAt - a.claimedAt || b.fireAt - a.fireAt);
}
