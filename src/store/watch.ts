import { liveQuery } from "dexie";
import { readClock } from "./clock";
import { readConference } from "./conferences";
import { type Db, HOME } from "./db";
import { readStars } from "./stars";

/** Calls back at once, and whenever stars, conference or clock change, in this tab or another. */
export function watchPlan(db: Db, onChange: () => void): () => void {
  const plan = liveQuery(() => Promise.all([readConference(db, HOME), readStars(db, HOME), readClock(db)]));
  // An error here means that the store is closed: there is nothing left to watch.
  const subscription = plan.subscribe({ next: onChange, error: () => undefined });
  return () => subscription.unsubscribe();
}
