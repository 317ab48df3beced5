import type { Clock } from "../domain/clock";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import type { Db } from "../store/db";
import { setPassed } from "../store/passes";
import { addStar, removeStar, restoreStar } from "../store/stars";
import { say, whisper } from "./parts/toast";
import { showPressed } from "./pressed-stars";
import { shown } from "./shown";

let askedToPersist = false;

/** Asks the browser not to purge what the attendee has starred. Nobody waits for the answer. */
export function askToPersist(): void {
  if (askedToPersist) return;
  askedToPersist = true;
  void navigator.storage?.persist?.().catch(() => undefined);
}

/**
 * Sets or removes a star, says so, and offers to undo a removal. It is shown so from the first moment on. False
 * where it could not be kept, which is said as well.
 */
export async function toggleStar(db: Db, clock: Clock, session: Session, starred: boolean): Promise<boolean> {
  // As it is now: another may be shown by the time that this is undone.
  const conference = shown.get();
  const pressed = { conference, sessionId: session.id, isSet: !starred };
  try {
    if (starred) {
      const star = await showPressed(pressed, () => removeStar(db, conference, session.id));
      const undo = () =>
        showPressed({ ...pressed, isSet: true }, async () => star && restoreStar(db, conference, star));
      say(
        t("Removed from your agenda: {title}", { title: session.title }),
        star && (() => void undo().catch(sayNotKept)),
      );
    } else {
      askToPersist();
      await showPressed(pressed, () => addStar(db, conference, session.id, clock));
      whisper(t("Added to your agenda"));
      await setPassed(db, conference, session.id, false); // A star says more.
    }
    return true;
  } catch {
    sayNotKept();
    return false;
  }
}

/** Says that a star could be neither set nor taken away. */
export function sayNotKept(): void {
  say(t("The star could not be kept: this browser’s storage did not take it."));
}
