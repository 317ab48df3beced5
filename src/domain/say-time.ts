import { currentSpeech, ENGLISH, type Speech, t } from "./speech";
import { DAY, HOUR, MINUTE, noonOf, offsetAt, type WallClock, wallClockAt } from "./time";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const { locale } = currentSpeech();
  const key = locale + timeZone + JSON.stringify(options);
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formats.set(key, known);
  }
  return known;
}

/** Hours as the attendee reads them: "14" or "2 pm". */
function hours(): Intl.DateTimeFormatOptions {
  return currentSpeech().hour12
    ? { hour: "numeric", hourCycle: "h12" }
    : { hour: "2-digit", hourCycle: "h23" };
}

/** English with its own digits is said without the engine, whose first format is dear. */
function isPlain(): boolean {
  return currentSpeech().locale === ENGLISH.locale;
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "14:15" or "2:15 pm" in English. */
function clockWords({ hour, minute }: Pick<WallClock, "hour" | "minute">): string {
  if (!currentSpeech().hour12) return `${two(hour)}:${two(minute)}`;
  return `${hour % 12 || 12}:${two(minute)} ${hour < 12 ? "am" : "pm"}`;
}

/** Clock times by instant and zone: the sessions of a day begin and end at few, and an engine takes its time. */
const said = new Map<string, string>();
let saidIn: Speech | undefined;
const MOST_SAID = 4_000;

/** "14:15" or "2:15 pm", the clock time of an instant in `timeZone`. */
export function clockTime(instant: number, timeZone: string): string {
  const speech = currentSpeech();
  if (saidIn !== speech || said.size > MOST_SAID) said.clear();
  saidIn = speech;
  const name = `${instant} ${timeZone}`;
  const known = said.get(name);
  if (known !== undefined) return known;
  const words = clockTimeAnew(instant, timeZone);
  said.set(name, words);
  return words;
}

function clockTimeAnew(instant: number, timeZone: string): string {
  if (isPlain()) return clockWords(wallClockAt(instant, timeZone));
  return format(timeZone, { ...hours(), minute: "2-digit" }).format(instant);
}

/** "14:15:09", with the seconds. */
export function clockSeconds(instant: number, timeZone: string): string {
  return format(timeZone, { ...hours(), minute: "2-digit", second: "2-digit" }).format(instant);
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** The pieces of a conference day's name, for narrow places: Saturday, Sat, 18, April. */
export function dayParts(day: string): { weekday: string; short: string; date: string; month: string } {
  if (currentSpeech().language === "en") {
    // Four formats of the engine are not to be made before the first day is seen.
    const at = new Date(noonOf(day));
    const weekday = WEEKDAYS[at.getUTCDay()] ?? "";
    const month = MONTHS[at.getUTCMonth()] ?? "";
    return { weekday, short: weekday.slice(0, 3), date: String(at.getUTCDate()), month };
  }
  const part = (options: Intl.DateTimeFormatOptions) => format("UTC", options).format(noonOf(day));
  return {
    weekday: part({ weekday: "long" }),
    short: part({ weekday: "short" }),
    date: part({ day: "numeric" }),
    month: part({ month: "long" }),
  };
}

/** "Saturday 18 April" */
export function dayName(day: string): string {
  const { weekday, date, month } = dayParts(day);
  // Engines disagree on the comma of English; elsewhere the order is the language's own.
  if (currentSpeech().language === "en") return `${weekday} ${date} ${month}`;
  return format("UTC", { weekday: "long", day: "numeric", month: "long" }).format(noonOf(day));
}

/** "35 min", "1 h", "1 h 30 min", "2 days" */
export function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / MINUTE);
  if (milliseconds >= 2 * DAY)
    return t("{count, plural, one {# day} other {# days}}", { count: Math.round(milliseconds / DAY) });
  if (minutes < 60) return t("{minutes} min", { minutes });
  const whole = { hours: Math.floor((minutes * MINUTE) / HOUR), minutes: minutes % 60 };
  return whole.minutes ? t("{hours} h {minutes} min", whole) : t("{hours} h", whole);
}

/** "in 40 min", "in 5 h 20 min", "in 3 days": how long it is to an instant that is yet to come. */
export function timeTo(milliseconds: number): string {
  if (milliseconds >= DAY)
    return t("{count, plural, one {in # day} other {in # days}}", { count: Math.round(milliseconds / DAY) });
  // Rounded up: what begins in 30 s is not there yet.
  return t("in {duration}", { duration: duration(Math.ceil(milliseconds / MINUTE) * MINUTE) });
}

const labels = new Map<string, ReadonlyMap<number, string>>();

/** Tells beforehand what English calls a zone at its distances (milliseconds) from UTC, as `zoneLabel` has found it. */
export function knowLabels(timeZone: string, known: ReadonlyMap<number, string>): void {
  labels.set(timeZone, known);
}

/** What `moment` says, in the time of the device itself. */
export function deviceMoment(instant: number, now: number, deviceZone: () => string): string {
  if (!isPlain()) return moment(instant, now, deviceZone());
  const [at, today] = [new Date(instant), new Date(now)];
  const time = clockWords({ hour: at.getHours(), minute: at.getMinutes() });
  if (at.toDateString() === today.toDateString()) return time;
  const month = MONTHS[at.getMonth()]?.slice(0, at.getMonth() === 8 ? 4 : 3);
  return `${WEEKDAYS[at.getDay()]?.slice(0, 3)} ${at.getDate()} ${month} ${time}`;
}

/** "GMT+5:30", or the zone's short name where the reader's language has one, at an instant. */
export function zoneLabel(instant: number, timeZone: string): string {
  const label = isPlain() ? labels.get(timeZone)?.get(offsetAt(instant, timeZone)) : undefined;
  if (label !== undefined) return label;
  const parts = format(timeZone, { timeZoneName: "short" }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** True where two zones show the same clock time at an instant, whatever they are called. */
export function sameClock(instant: number, one: string, other: string): boolean {
  return offsetAt(instant, one) === offsetAt(instant, other);
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
