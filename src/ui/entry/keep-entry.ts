import type { Clock } from "../../domain/clock";
import type { OwnEntry } from "../../domain/own-entry";
import { clockTime, dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { t } from "../../domain/speech";
import { dayOf } from "../../domain/time";
import type { Db } from "../../store/db";
import { putEntry, removeEntry, restoreEntry } from "../../store/entries";
import { say } from "../parts/toast";
import { shown } from "../shown";
import { askToPersist } from "../star-actions";

const sayNotUndone = () => say(t("The choice could not be kept: this browser’s storage did not take it."));

/**
 * Keeps an own entry, says so with its day and time in `timeZone`, and offers to undo it. False where the storage did
 * not take it: nothing is said then, and nothing may be lost of what was written.
 */
export async function keepEntry(
  db: Db,
  clock: Clock,
  entry: Omit<OwnEntry, "since">,
  timeZone: string,
): Promise<boolean> {
  // As it is now: another may be shown by the time that this is undone.
  const conference = shown.get();
  const { sessionId, title, startsAt } = entry;
  try {
    askToPersist();
    const before = await putEntry(db, conference, entry, clock);
    const values = {
      title,
      day: dayName(dayOf(startsAt, timeZone, 0)),
      time: clockTime(startsAt, timeZone),
    };
    say(
      before
        ? t("Changed: {title}, {day}, {time}", values)
        : t("Added to your agenda: {title}, {day}, {time}", values),
      () =>
        void (
          before ? restoreEntry(db, conference, { entry: before }) : removeEntry(db, conference, sessionId)
        ).catch(sayNotUndone),
    );
    return true;
  } catch {
    return false;
  }
}

/** Deletes an own entry, says so, and offers to undo it. */
export async function deleteEntry(db: Db, { id, title }: Pick<Session, "id" | "title">): Promise<boolean> {
  const conference = shown.get();
  try {
    const removed = await removeEntry(db, conference, id);
    say(
      t("Removed from your agenda: {title}", { title }),
      removed && (() => void restoreEntry(db, conference, removed).catch(sayNotUndone)),
    );
    return true;
  } catch {
    sayNotUndone();
    return false;
  }
}
