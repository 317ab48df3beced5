/** A DATE or DATE-TIME value (RFC 5545, 3.3.4 and 3.3.5), not yet an instant. */
export interface FeedTime {
  /** The wall clock's reading as if it were UTC, epoch milliseconds. */
  readonly local: number;
  /** True for a DATE; `local` is then its midnight. */
  readonly isDate: boolean;
  /** "UTC", the TZID of the file as it stands there, or null for a floating time and for a DATE. */
  readonly tzid: string | null;
}

const FORM = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i;

/** Years outside are mistakes: no conference is in 1601, nor in 4501 (Outlook's "never"). */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/** What the value says, or null where it is none, names a day that does not exist, or lies centuries away. */
export function readDateTime(value: string, tzid: string | null, firstYear = FIRST_YEAR): FeedTime | null {
  const found = FORM.exec(value.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((digits) => Number(digits ?? 0));
  const midnight = Date.UTC(year, month - 1, day);
  // Date rolls 30 February over to 2 March; a day that comes back changed does not exist.
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (year < firstYear || year > LAST_YEAR || hour > 23 || minute > 59 || second > 60) return null;
  const isDate = found[4] === undefined;
  return {
    local: midnight + ((hour * 60 + minute) * 60 + second) * 1_000,
    isDate,
    tzid: isDate ? null : found[7] ? "UTC" : tzid?.trim() || null,
  };
}
