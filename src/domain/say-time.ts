import { DAY, HOUR, MINUTE, noonOf } from "./time";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = timeZone + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
    formats.set(key, known);
  }
  return known;
}

/** "14:15", the clock time of an instant in `timeZone`. */
export function clockTime(instant: number, timeZone: string): string {
  return format(timeZone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
}

/** "14:15:09", with the seconds. */
export function clockSeconds(instant: number, timeZone: string): string {
  const options = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
  return format(timeZone, options).format(instant);
}

/** The pieces of a conference day's name, so that narrow places can shorten it: Saturday, 18, April. */
export function dayParts(day: string): { weekday: string; date: string; month: string } {
  const part = (options: Intl.DateTimeFormatOptions) => format("UTC", options).format(noonOf(day));
  return {
    weekday: part({ weekday: "long" }),
    date: part({ day: "numeric" }),
    month: part({ month: "long" }),
  };
}

/** "Saturday 18 April" */
export function dayName(day: string): string {
  const { weekday, date, month } = dayParts(day);
  return `${weekday} ${date} ${month}`;
}

/** "35 min", "1 h", "1 h 30 min", "2 days" */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (milliseconds >= 2 * DAY) return `${Math.round(milliseconds / DAY)} days`;
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor((minutes * MINUTE) / HOUR)} h${rest ? ` ${rest} min` : ""}`;
}

/** "GMT+5:30", or the zone's short name where the reader's language has one, at an instant. */
export function zoneLabel(instant: number, timeZone: string): string {
  const parts = format(timeZone, { timeZoneName: "short" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** True where two zones show the same clock time at an instant, whatever they are called. */
export function sameClock(instant: number, one: string, other: string): boolean {
  const options: Intl.DateTimeFormatOptions = {
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  };
  return format(one, options).format(instant) === format(other, options).format(instant);
}

/** "14:02", or "Tue 14 Apr 14:02" where that is not the day of `now`; in `timeZone`. */
export function moment(instant: number, now: number, timeZone: string): string {
  const day = format(timeZone, { weekday: "short", day: "numeric", month: "short" });
  const time = clockTime(instant, timeZone);
  const words = day.format(instant).replace(",", "");
  return words === day.format(now).replace(",", "") && Math.abs(now - instant) < DAY
    ? time
    : `${words} ${time}`;
}
