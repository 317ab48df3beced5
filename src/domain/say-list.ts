import { currentSpeech } from "./speech";

/** "Tea", "Tea and cake", "Tea, cake and juice", as the reader's language joins them. */
export function listed(items: readonly string[]): string {
  return new Intl.ListFormat(currentSpeech().locale, { type: "conjunction" }).format(items);
}
