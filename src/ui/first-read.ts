import type { Clock } from "../domain/clock";
import type { Conference } from "../domain/conference";
import type { Star } from "../domain/star";
import { readClock } from "../store/clock";
import { readConference } from "../store/conferences";
import { type Db, type Freshness, HOME } from "../store/db";
import { readStars } from "../store/stars";

/** Everything the first picture is made of. */
export interface FirstRead {
  readonly conference: Conference | undefined;
  readonly freshness: Freshness | undefined;
  readonly stars: readonly Star[];
  readonly clock: Clock;
}

/** Reads what the first picture needs, all at once, so that nothing in it appears late. */
export async function readFirst(db: Db): Promise<FirstRead> {
  const [conference, freshness, stars, clock] = await Promise.all([
    readConference(db, HOME),
    db.freshness.get(HOME),
    readStars(db, HOME),
    readClock(db),
  ]);
  return { conference, freshness, stars, clock };
}
