import type { Session } from "./session";
import { dayOf } from "./time";

/** What the clock says of one day's sessions; instants are epoch milliseconds. */
export interface DaySpan {
  readonly first: number;
  readonly last: number;
  /** The place among the sessions of the first one past midnight, by the conference's zone; -1 where there is none. */
  readonly midnight: number;
}

const known = new WeakMap<readonly Session[], DaySpan>();

/** From when to when the sessions of a day last, in their order. The same answer for the same sessions. */
export function daySpanOf(ofDay: readonly Session[], timeZone: string): DaySpan {
  const span = known.get(ofDay) ?? measured(ofDay, timeZone);
  known.set(ofDay, span);
  return span;
}

function measured(ofDay: readonly Session[], timeZone: string): DaySpan {
  // What lasts all day says nothing of when the day begins.
  const timed = ofDay.filter(({ allDay }) => !allDay);
  const clocked = timed.length > 0 ? timed : ofDay;
  const last = clocked.reduce((latest, { endsAt }) => Math.max(latest, endsAt), Number.NEGATIVE_INFINITY);
  return { first: clocked[0]?.startsAt ?? 0, last, midnight: midnightOf(ofDay, timeZone) };
}

/** Only a moment that no session before it shares is asked for its date: that is slow. */
function midnightOf(ofDay: readonly Session[], timeZone: string): number {
  let asked = Number.NaN;
  return ofDay.findIndex(({ startsAt, allDay, day }) => {
    if (allDay || startsAt === asked) return false;
    asked = startsAt;
    return dayOf(startsAt, timeZone, 0) > day;
  });
}
