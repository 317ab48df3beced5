import { clockTime, dayName } from "../../domain/say-time";
import { dateOf, type Session } from "../../domain/session";
import { dayOf } from "../../domain/time";

/** "Friday 4 January, 09:00–10:30", on the clock of `timeZone`. */
export function spanWords(
  session: Pick<Session, "startsAt" | "endsAt" | "allDay" | "day">,
  timeZone: string,
): string {
  const day = dayName(dateOf(session as Session, timeZone));
  return session.allDay ? `${day}, all day` : `${day}, ${hoursWords(session, timeZone)}`;
}

/** "Friday 4 January 22:00 to Saturday 5 January 02:00" */
export function fromToWords(
  { startsAt, endsAt }: Pick<Session, "startsAt" | "endsAt">,
  timeZone: string,
): string {
  const words = (at: number) => `${dayName(dayOf(at, timeZone, 0))} ${clockTime(at, timeZone)}`;
  return `${words(startsAt)} to ${words(endsAt)}`;
}

/** "09:00–10:30" */
export const hoursWords = (
  { startsAt, endsAt }: Pick<Session, "startsAt" | "endsAt">,
  timeZone: string,
): string => `${clockTime(startsAt, timeZone)}–${clockTime(endsAt, timeZone)}`;

/** "a, b and c" */
export function listWords(texts: readonly string[]): string {
  return texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

const OPEN =
  /^\W*(?:tba|tbd|tbc|t\.b\.[acd]\.?|to be (?:announced|confirmed|decided|determined)|untitled)\W*$/i;

/** True for what an organiser writes where the real word is not known yet. */
export const isOpenWord = (text: string): boolean => OPEN.test(text);
