import { liveQuery } from "dexie";
import { readClock } from "./clock";
import { type Db, HOME } from "./db";
import { readSetting } from "./settings";
import { readAsked } from "./wishes";

/** Calls back at once, and whenever stars, wishes, clock or feed may have changed, in this tab or another. */
export function watchPlan(db: Db, onChange: () => void): () => void {
  // The freshness row is written with every new state of the conference, and is small: watching the
  // sessions themselves would read all of them at every star.
  const plan = liveQuery(() =>
    Promise.all([db.freshness.get(HOME), readAsked(db, HOME), readClock(db), readSetting(db, "selfTest")]),
  );
  // An error here means that the store is closed: there is nothing left to watch.
  const subscription = plan.subscribe({ next: onChange, error: () => undefined });
  return () => subscription.unsubscribe();
}
