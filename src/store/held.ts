import { deviceNow } from "./clock";
import type { Db, Held } from "./db";
import { replaceWith } from "./take-in";

/** The schedule that was held back and waits for the attendee's word; undefined where there is none. */
export async function readHeld(db: Db, key: string): Promise<Held | undefined> {
  const held = await db.held.get(key);
  return held?.isDismissed ? undefined : held;
}

/** Shows the schedule that was held back after all; starred sessions it lacks stay, as cancelled. */
export async function acceptHeld(db: Db, key: string): Promise<void> {
  const held = await db.held.get(key);
  if (!held) return;
  const { conference, details, bytes, reader, arrivedAt } = held;
  const arrival = { conference, details, bytes, reader, savedAt: arrivedAt };
  await replaceWith(db, key, arrival, deviceNow(), () => null);
}

/** Keeps the saved one: the attendee is asked again when something else arrives. */
export async function dismissHeld(db: Db, key: string): Promise<void> {
  await db.held.update(key, { isDismissed: true });
}
