import { deviceNow } from "./clock";
import type { Db, HeldBack } from "./db";

/** What is said of the schedule that waits for the attendee's word; undefined where there is none. */
export async function readHeld(db: Db, key: string): Promise<HeldBack | undefined> {
  const held = await readHeldBack(db, key);
  return held?.isDismissed ? undefined : held;
}

/** The small row says it; those of earlier versions say nothing of it. */
async function readHeldBack(db: Db, key: string): Promise<HeldBack | undefined> {
  const { copy, held } = (await db.freshness.get(key)) ?? {};
  return held || copy ? held : db.held.get(key);
}

/** Shows the schedule that was held back after all; starred sessions it lacks stay, as cancelled. */
export async function acceptHeld(db: Db, key: string): Promise<void> {
  const held = await db.held.get(key);
  if (!held) return;
  const { conference, details, bytes, reader, arrivedAt } = held;
  const arrival = { conference, details, bytes, reader, savedAt: arrivedAt };
  // No page needs it before that.
  const { replaceWith } = await import("./take-in");
  await replaceWith(db, key, arrival, deviceNow(), "attendee");
}

/** Keeps the saved one: the attendee is asked again when something else arrives. */
export async function dismissHeld(db: Db, key: string): Promise<void> {
  await db.transaction("rw", db.freshness, db.held, async () => {
    const held = await readHeldBack(db, key);
    if (held) await db.freshness.update(key, { held: { reason: held.reason, isDismissed: true } });
  });
}
