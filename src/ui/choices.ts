import { type Choices, FIRST_CHOICES } from "../domain/choices";
import type { Db } from "../store/db";
import { readSetting } from "../store/settings";
import { createBoard } from "./board";
import { speakAs } from "./language/speak-as";
import { rememberTheme } from "./look/theme";

/** What the attendee has chosen of look and speech, as the page has it at present. */
export const chosen = createBoard<Choices>(FIRST_CHOICES);

/** Has the page look and speak in a chosen way. True where what was said before is to be said anew. */
export async function applyChoices(choices: Choices): Promise<boolean> {
  chosen.set(choices);
  rememberTheme(choices.theme);
  return speakAs(choices);
}

/** Has the page look and speak as it was chosen, before anything is drawn. */
export async function takeChoices(db: Db): Promise<void> {
  await applyChoices(await readSetting(db, "choices"));
}
