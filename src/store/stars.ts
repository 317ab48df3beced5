import { appTime, type Clock } from "../domain/clock";
import type { Star } from "../domain/star";
import { deviceNow } from "./clock";
import type { Db } from "./db";

/** The attendee's stars of one conference. */
export async function readStars(db: Db, conference: string): Promise<readonly Star[]> {
  return db.stars.where({ conference }).toArray();
}

/** A star of this moment, by the clock the app runs on, as yet set nowhere. */
export function newStar(sessionId: string, clock: Clock): Star {
  const now = deviceNow();
  return { sessionId, starredAt: now, run: clock.run, appStarredAt: appTime(clock, now) };
}

/**
 * Sets a star now, by the clock the app runs on; one that is set already stays as it was. One write and
 * nothing before it: who stars and leaves at once must not lose the star.
 */
export async function addStar(db: Db, conference: string, sessionId: string, clock: Clock): Promise<void> {
  try {
    await db.stars.add({ conference, ...newStar(sessionId, clock) });
  } catch (error) {
    if (!(error instanceof Error && error.name === "ConstraintError")) throw error;
  }
}

/** Takes a star away and hands it back, so that an undo can restore it as it was. */
export async function removeStar(db: Db, conference: string, sessionId: string): Promise<Star | undefined> {
  return db.transaction("rw", db.stars, async () => {
    const star = await db.stars.get([conference, sessionId]);
    await db.stars.delete([conference, sessionId]);
    return star;
  });
}

/** Puts a removed star back, with the time at which it was first set. */
export async function restoreStar(db: Db, conference: string, star: Star): Promise<void> {
  await db.stars.put({ ...star, conference });
}
