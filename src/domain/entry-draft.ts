import { type Conference, daysOf, todayOf } from "./conference";
import type { Session } from "./session";
import { DAY, DAY_START_HOUR, instantOf, MINUTE, noonOf, wallClockAt } from "./time";

/** An own entry as it is being written: what stands in its fields. */
export interface EntryDraft {
  readonly title: string;
  /** A conference day, `YYYY-MM-DD`. */
  readonly day: string;
  /** `HH:MM` on the conference's clock; empty while it is being typed. */
  readonly start: string;
  readonly end: string;
  readonly place: string;
}

type Zoned = Pick<Conference, "timeZone" | "dayStartHour">;

/** The days on which an entry may lie: the conference's, with the one before and the one after each, and `present`. */
export function entryDays({ sessions }: Pick<Conference, "sessions">, present: string): readonly string[] {
  const days = new Set([present]);
  for (const [day, ofDay] of daysOf({ sessions })) {
    if (ofDay.every(({ own }) => own)) continue;
    for (const shift of [-1, 0, 1]) days.add(shifted(day, shift));
  }
  return [...days].sort();
}

function shifted(day: string, days: number): string {
  return new Date(noonOf(day) + days * DAY).toISOString().slice(0, 10);
}

/** An entry as its fields have it. */
export function draftOf({ title, startsAt, endsAt, room }: Session, conference: Zoned): EntryDraft {
  return { title, place: room ?? "", ...fieldsOf(startsAt, endsAt, conference) };
}

/** Day and times of two instants (epoch milliseconds) as fields have them. */
export function fieldsOf(startsAt: number, endsAt: number, conference: Zoned) {
  const clock = (instant: number) => {
    const { hour, minute } = wallClockAt(instant, conference.timeZone);
    return clockOf(60 * hour + minute);
  };
  return { day: todayOf(conference, startsAt), start: clock(startsAt), end: clock(endsAt) };
}

const DAY_MINUTES = DAY / MINUTE;

function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function minutesOf(clock: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(clock) ?? [];
  return hour === undefined ? null : 60 * Number(hour) + Number(minute);
}

/** The draft with another start, and its end as far from it as before. */
export function startedAt(draft: EntryDraft, start: string): EntryDraft {
  const [before, after, end] = [draft.start, start, draft.end].map(minutesOf);
  if (before == null || after == null || end == null) return { ...draft, start };
  return { ...draft, start, end: clockOf((end + after - before + DAY_MINUTES) % DAY_MINUTES) };
}

/**
 * The instant (epoch milliseconds) of a clock time on a conference day; null where none is typed. What lies before the
 * organiser's hour is after midnight. A time that occurs twice is its first occurrence; one that a clock change skips
 * is read with the offset from before it.
 */
export function instantOn(day: string, clock: string, conference: Zoned): number | null {
  const minutes = minutesOf(clock);
  if (minutes === null) return null;
  const hour = Math.floor(minutes / 60);
  const isNight = hour < (conference.dayStartHour ?? DAY_START_HOUR);
  const [year = 0, month = 1, date = 1] = shifted(day, isNight ? 1 : 0)
    .split("-")
    .map(Number);
  const wall = { year, month, day: date, hour, minute: minutes % 60, second: 0 };
  return instantOf(wall, conference.timeZone);
}
