import type { Choices } from "../domain/choices";
import { readClock } from "./clock";
import type { Db, Source } from "./db";
import { readSetting } from "./settings";
import { readSources } from "./sources";

/** Calls back at once, and whenever the attendee may have chosen anew, in this tab or another. */
export function watchChoices(db: Db, onChange: (choices: Choices) => void): void {
  db.watch(() => readSetting(db, "choices")).subscribe({ next: onChange, error: () => undefined });
}

/**
 * Calls back at once, and whenever another conference is chosen to be shown, or the one that is shown has become
 * another edition, in this tab or another. `turnedAt` is device time; null where it never has.
 */
export function watchShown(db: Db, onChange: (key: string, turnedAt: number | null) => void): void {
  const read = async () => {
    const [key, turned] = await Promise.all([readSetting(db, "shown"), readSetting(db, "turned")]);
    return { key, turnedAt: turned?.of === key ? turned.at : null };
  };
  db.watch(read).subscribe({
    next: ({ key, turnedAt }) => onChange(key, turnedAt),
    error: () => undefined,
  });
}

/** Calls back at once, and whenever a conference has been brought in or removed, in this tab or another. */
export function watchSources(db: Db, onChange: (sources: readonly Source[]) => void): void {
  db.watch(() => readSources(db)).subscribe({ next: onChange, error: () => undefined });
}

/** Calls back at once, and whenever stars, own entries, wishes, clock or feed may have changed, in this tab or another. */
export function watchPlan(db: Db, onChange: () => void): () => void {
  // The freshness row is written with every new state of a conference, and is small: watching the
  // sessions themselves would read all of them at every star. Counting watches all rows and reads none.
  const plan = db.watch(() =>
    Promise.all([
      db.freshness.toArray(),
      db.sources.toArray(),
      db.stars.count(),
      db.leads.count(),
      db.entries.count(),
      readSetting(db, "wishes"),
      readClock(db),
      readSetting(db, "selfTest"),
    ]),
  );
  // An error here means that the store is closed: there is nothing left to watch.
  const subscription = plan.subscribe({ next: onChange, error: () => undefined });
  return () => subscription.unsubscribe();
}
