import { REAL_CLOCK } from "../../domain/clock";
import { t } from "../../domain/speech";
import { HOUR } from "../../domain/time";
import type { Card } from "../../reminders/card";

/** The tag of the card that says that pocket mode has stopped. */
export const POCKET_CARD = "pocket";

/** That card, silent, and why; at `now` (device time) of the app at `scope`: it goes by itself after an hour. */
export function pocketCard(why: "paused" | "broken", now: number, scope: string): Card {
  return {
    title: t("Pocket mode has stopped"),
    body:
      why === "paused"
        ? t("Something else paused it. Open the app to start it again.")
        : t("This device does not play its sound."),
    tag: POCKET_CARD,
    sounds: false,
    data: {
      ...{ sessionId: POCKET_CARD, uid: POCKET_CARD, fireAt: now, startsAt: now, endsAt: now + HOUR },
      room: null,
      url: new URL("#/reminders", scope).href,
      run: REAL_CLOCK.run,
      insists: false,
      isNews: false,
      isNextUp: false,
      isChange: true,
    },
  };
}
