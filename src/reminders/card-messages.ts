import { currentSpeech, type Speech } from "../domain/speech";
import type { Db } from "../store/db";
import { readSetting, writeSetting } from "../store/settings";

/** Every message that a card is made of: the service worker, which has no catalogue, is told these. */
export const CARD_MESSAGES: readonly string[] = [
  "starts in {minutes} min",
  "started {minutes} min ago",
  "Next up",
  "and {count} more",
  "has begun",
  "is on again",
  "has been cancelled",
  "was {time}",
  "Reminders work here",
  "Test reminder",
  "Open",
  "Mute",
];

/** Keeps how the page speaks for the service worker, which rings in the same words when no page is there. */
export async function keepCardSpeech(db: Db): Promise<void> {
  const { catalogue, ...speech } = currentSpeech();
  const said = CARD_MESSAGES.flatMap((message) => {
    const translated = catalogue[message];
    return translated === undefined ? [] : [[message, translated] as const];
  });
  const wanted: Speech = { ...speech, catalogue: Object.fromEntries(said) };
  const kept = await readSetting(db, "speech");
  if (JSON.stringify(kept) !== JSON.stringify(wanted)) await writeSetting(db, "speech", wanted);
}
