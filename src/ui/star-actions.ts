import type { Clock } from "../domain/clock";
import type { Session } from "../domain/session";
import { t } from "../domain/speech";
import type { Db } from "../store/db";
import { HOME } from "../store/home";
import { setPassed } from "../store/passes";
import { addStar, removeStar, restoreStar } from "../store/stars";
import { say, whisper } from "./parts/toast";

let askedToPersist = false;

/** Asks the browser not to purge what the attendee has starred. Nobody waits for the answer. */
export function askToPersist(): void {
  if (askedToPersist) return;
  askedToPersist = true;
  void navigator.storage?.persist?.().catch(() => undefined);
}

/** Sets or removes a star, says so, and offers to undo a removal. */
export async function toggleStar(db: Db, clock: Clock, session: Session, starred: boolean): Promise<void> {
  try {
    if (starred) {
      const star = await removeStar(db, HOME, session.id);
      say(
        t("Removed from your agenda: {title}", { title: session.title }),
        star && (() => void restoreStar(db, HOME, star).catch(sayNotKept)),
      );
    } else {
      await addStar(db, HOME, session.id, clock);
      whisper(t("Added to your agenda"));
      askToPersist();
      await setPassed(db, HOME, session.id, false); // A star says more.
    }
  } catch {
    sayNotKept();
  }
}

/** Says that a star could be neither set nor taken away. */
export function sayNotKept(): void {
  say(t("The star could not be kept: this browser’s storage did not take it."));
}
