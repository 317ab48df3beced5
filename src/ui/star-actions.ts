import type { Clock } from "../domain/clock";
import type { Session } from "../domain/session";
import { type Db, HOME } from "../store/db";
import { addStar, removeStar, restoreStar } from "../store/stars";
import { say } from "./parts/toast";

let askedToPersist = false;

/** Asks the browser not to purge what the attendee has starred. Nobody waits for the answer. */
function askToPersist(): void {
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
        `Removed from your agenda: ${session.title}`,
        star && (() => void restoreStar(db, HOME, star).catch(sayNotKept)),
      );
    } else {
      await addStar(db, HOME, session.id, clock);
      askToPersist();
    }
  } catch {
    sayNotKept();
  }
}

function sayNotKept(): void {
  say("The star could not be kept: this browser's storage did not take it.");
}
