import { DAY, HOUR, MINUTE, SECOND } from "../domain/time";

const FORM = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i;

/** Longer ones are absurd: nothing that an attendee attends lasts more than a year. */
export const LONGEST_DURATION = 366 * DAY;

/**
 * A DURATION value (RFC 5545, 3.3.6) in milliseconds, a day taken as 24 hours; null where it is none.
 * Plain number arithmetic, which no count of weeks can keep busy; the caller judges by LONGEST_DURATION.
 */
export function readDuration(value: string): number | null {
  const found = FORM.exec(value.trim());
  if (!found || !/\d/.test(value)) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((digits) => Number(digits ?? 0));
  const length = (weeks * 7 + days) * DAY + hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return found[1] === "-" && length > 0 ? -length : length;
}
