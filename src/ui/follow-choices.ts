import { keepCardSpeech } from "../reminders/card-messages";
import type { Db } from "../store/db";
import { watchChoices } from "../store/watch";
import { applyChoices } from "./choices";
import { keepPlace } from "./language/keep-place";

/**
 * Follows what is chosen of look and speech, in any tab. `prepare` reads what a new drawing needs and gives
 * it.
 */
export function followChoices(db: Db, prepare: () => Promise<() => void>): void {
  watchChoices(db, async (choices) => {
    if (await applyChoices(choices)) keepPlace(await prepare());
    await keepCardSpeech(db).catch(() => undefined); // A full disk: cards are in the language of before.
  });
}
