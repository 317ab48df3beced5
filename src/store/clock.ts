import { appTime, type Clock, REAL_CLOCK } from "../domain/clock";
import type { Since } from "../domain/since";
import type { Db } from "./db";

/** The device's clock: the one door to it outside tests. Epoch milliseconds. */
export function deviceNow(): number {
  return Date.now();
}

const CLOCK = "clock";

/** The app's clock as page, workers and service worker share it. */
export async function readClock(db: Db): Promise<Clock> {
  const row = await db.settings.get(CLOCK);
  // A rehearsal of an earlier version had no speed of its own.
  return { ...REAL_CLOCK, ...(row?.value as Partial<Clock> | undefined) };
}

/** Starts a fresh rehearsal, in which the clock shows `at` now and runs on from there, `speed` times as fast. */
export async function startRehearsal(db: Db, at: number, speed = 1, now = deviceNow()): Promise<Clock> {
  const clock: Clock = { run: `rehearsal-${crypto.randomUUID()}`, offset: at - now, speed, since: now };
  await db.transaction("rw", db.settings, db.deliveries, async () => {
    await db.deliveries.where("run").notEqual(REAL_CLOCK.run).delete();
    await db.settings.put({ name: CLOCK, value: clock });
  });
  return clock;
}

/** Back to the device's time. What rang in the rehearsal is forgotten. */
export async function endRehearsal(db: Db): Promise<void> {
  await db.transaction("rw", db.settings, db.deliveries, async () => {
    await db.deliveries.where("run").notEqual(REAL_CLOCK.run).delete();
    await db.settings.delete(CLOCK);
  });
}

/** This moment, as something that is asked for now keeps it. */
export function sinceNow(clock: Clock, now = deviceNow()): Since {
  return { at: now, run: clock.run, appAt: appTime(clock, now) };
}
