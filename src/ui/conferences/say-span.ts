import type { Conference } from "../../domain/conference";
import { currentSpeech } from "../../domain/speech";
import { noonOf } from "../../domain/time";

/** "18–19 April 2026": the days of a conference, from the first to the last. */
export function spanWords({ sessions }: Pick<Conference, "sessions">): string {
  const days = sessions.map(({ day }) => day).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return "";
  const format = new Intl.DateTimeFormat(currentSpeech().locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return format.formatRange(noonOf(first), noonOf(last));
}
