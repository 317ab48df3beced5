import type { Choices } from "../domain/choices";
import { readClock } from "./clock";
import type { Db } from "./db";
import { HOME } from "./home";
import { readSetting } from "./settings";
import { readAsked } from "./wishes";

/** Calls back at once, and whenever the attendee may have chosen anew, in this tab or another. */
export function watchChoices(db: Db, onChange: (choices: Choices) => void): void {
  db.watch(() => readSetting(db, "choices")).subscribe({ next: onChange, error: () => undefined });
}

/** Calls back at once, and whenever stars, wishes, clock or feed may have changed, in this tab or another. */
export function watchPlan(db: Db, onChange: () => void): () => void {
  // The freshness row is written with every new state of the conference, and is small: watching the
  // sessions themselves would read all of them at every star.
  const plan = db.watch(() =>
    Promise.all([db.freshness.get(HOME), readAsked(db, HOME), readClock(db), readSetting(db, "selfTest")]),
  );
  // An error here means that the store is closed: there is nothing left to watch.
  const subscription = plan.subscribe({ next: onChange, error: () => undefined });
  return () => subscription.unsubscribe();
}
