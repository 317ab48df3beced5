import type { Clock } from "../domain/clock";
import type { Lead, SessionLead } from "../domain/lead";
import type { Asked } from "../domain/reminder";
import { changedWishes, type Wishes, type WishesChange } from "../domain/wishes";
import { sinceNow } from "./clock";
import type { Db } from "./db";
import { readSetting, writeSetting } from "./settings";
import { readStars } from "./stars";

/** The lead times that the attendee has set for sessions of a conference. */
async function readLeads(db: Db, conference: string): Promise<readonly SessionLead[]> {
  return db.leads.where({ conference }).toArray();
}

/**
 * Sets the lead time of one session from now on; null: as for all again. One write and nothing before it: who
 * chooses and leaves at once must not lose the choice.
 */
export async function setLead(
  db: Db,
  conference: string,
  sessionId: string,
  lead: Lead | null,
  clock: Clock,
): Promise<void> {
  await db.leads.put({ conference, sessionId, lead, since: sinceNow(clock) });
}

/** Changes how the attendee wants to be reminded, from now on, where it was `wishes`. One write as well. */
export async function changeWishes(
  db: Db,
  clock: Clock,
  wishes: Wishes,
  change: WishesChange,
): Promise<void> {
  await writeSetting(db, "wishes", changedWishes(wishes, change, sinceNow(clock)));
}

/** All that the attendee has said about what is to ring. */
export async function readAsked(db: Db, conference: string): Promise<Asked> {
  const [stars, wishes, leads] = await Promise.all([
    readStars(db, conference),
    readSetting(db, "wishes"),
    readLeads(db, conference),
  ]);
  return { stars, wishes, leads };
}
