import { appTime, type Clock, deviceTime } from "../domain/clock";
import type { Conference } from "../domain/conference";
import { planOf, type Reminder, verdictOf } from "../domain/reminder";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import { type Db, HOME, type Ringer } from "../store/db";
import {
  claimDelivery,
  markMissed,
  markShown,
  readDeliveries,
  releaseClaim,
  TAKEOVER,
} from "../store/deliveries";
import { readStars } from "../store/stars";
import { type Card, cardFor } from "./card";

/** What `ring` needs of the world; a test hands in its own. */
export interface RingDoors {
  readonly by: Ringer;
  /** Epoch milliseconds of the device. */
  readonly deviceNow: () => number;
  /** The absolute address the app is served under. */
  readonly scope: string;
  /** False where showing is impossible just now, so that no claim is made in vain. */
  readonly canShow: () => boolean;
  /** Shows a card; false where it could not be shown after all. */
  readonly show: (card: Card) => Promise<boolean>;
}

/**
 * Rings every reminder that is due and not yet delivered, keeps as missed what came too late, and
 * returns the device instant at which to call again (null: nothing is armed). Safe to call at any time,
 * any number of times, from any tab or worker: the delivery row decides who rings.
 */
export async function ring(db: Db, doors: RingDoors): Promise<number | null> {
  const [conference, stars, clock] = await Promise.all([
    readConference(db, HOME),
    readStars(db, HOME),
    readClock(db),
  ]);
  if (!conference || stars.length === 0) return null;
  const delivered = await readDeliveries(db, clock.run);
  const open = planOf(conference, stars, clock).filter(({ id }) => {
    const row = delivered.get(id);
    return !row || (row.shownAt === null && !row.missed);
  });

  const now = appTime(clock, doors.deviceNow());
  const missed = open.filter((reminder) => verdictOf(reminder, now) === "missed");
  if (missed.length > 0) await markMissed(db, clock.run, missed, doors.by, doors.deviceNow());

  let again = Number.POSITIVE_INFINITY;
  for (const reminder of open) {
    const verdict = verdictOf(reminder, now);
    if (verdict === "ring" && doors.canShow() && !(await deliver(db, doors, clock, conference, reminder))) {
      again = Math.min(again, doors.deviceNow() + TAKEOVER);
    }
    if (verdict === "wait") {
      again = Math.min(again, deviceTime(clock, reminder.fireAt));
      break; // The plan is in order of fire time: the rest waits longer.
    }
  }
  return again === Number.POSITIVE_INFINITY ? null : again;
}

/** False where another caller holds the claim or the card could not be shown: worth another look. */
async function deliver(
  db: Db,
  doors: RingDoors,
  clock: Clock,
  conference: Conference,
  reminder: Reminder,
): Promise<boolean> {
  if (!(await claimDelivery(db, clock.run, reminder, doors.by, doors.deviceNow()))) return false;
  const shownAt = appTime(clock, doors.deviceNow());
  const card = cardFor(reminder, shownAt, conference.timeZone, clock, doors.scope);
  if (!(await doors.show(card))) {
    await releaseClaim(db, clock.run, reminder);
    return false;
  }
  await markShown(db, clock.run, reminder, shownAt);
  return true;
}
