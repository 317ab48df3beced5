import { type Clock, REAL_CLOCK } from "../domain/clock";
import type { Db } from "./db";

/** The device's clock: the one door to it outside tests. Epoch milliseconds. */
export function deviceNow(): number {
  return Date.now();
}

const CLOCK = "clock";

/** The app's clock as page, workers and service worker share it. */
export async function readClock(db: Db): Promise<Clock> {
  const row = await db.settings.get(CLOCK);
  return (row?.value as Clock | undefined) ?? REAL_CLOCK;
}

/** Starts a fresh rehearsal, in which the clock shows `at` now and runs on from there. */
export async function startRehearsal(db: Db, at: number, now = deviceNow()): Promise<Clock> {
  const clock: Clock = { run: `rehearsal-${crypto.randomUUID()}`, offset: at - now };
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
