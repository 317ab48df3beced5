import type { Clock } from "../domain/clock";
import type { Conference } from "../domain/conference";
import type { Asked } from "../domain/reminder";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import { type Db, type Freshness, HOME } from "../store/db";
import { readAsked } from "../store/wishes";

/** Everything the first picture is made of. */
export interface FirstRead {
  readonly conference: Conference | undefined;
  readonly freshness: Freshness | undefined;
  readonly asked: Asked;
  readonly clock: Clock;
}

/** Reads what the first picture needs, all at once, so that nothing in it appears late. */
export async function readFirst(db: Db): Promise<FirstRead> {
  const [conference, freshness, asked, clock] = await Promise.all([
    readConference(db, HOME),
    db.freshness.get(HOME),
    readAsked(db, HOME),
    readClock(db),
  ]);
  return { conference, freshness, asked, clock };
}
