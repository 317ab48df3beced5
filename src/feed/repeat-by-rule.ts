import ICAL from "ical.js";
import { DAY, HOUR, MINUTE, SECOND, utcWallClock } from "../domain/time";

/** ical.js searches for ever where a rule is never met, such as every 30 February; real ones need far fewer. */
const MOST_STEPS = 20_000;
/** Its arithmetic counts days one by one. */
const LONGEST_INTERVAL = 1_000;
/** Periods of one length always, which can be skipped without walking through them. */
const PERIODS: Readonly<Record<string, number>> = {
  SECONDLY: SECOND,
  MINUTELY: MINUTE,
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
};

/** The steps that the rules of one file may take together: a second's worth. */
export interface StepBudget {
  left: number;
}

export function openStepBudget(): StepBudget {
  return { left: 150_000 };
}

/** A rule is read between these wall clock readings (as if they were UTC, epoch milliseconds), both included. */
export interface RuleSpan {
  /** Where occurrences begin to matter: some earlier ones may come all the same. */
  readonly from: number;
  readonly to: number;
}

class BoundedIterator extends ICAL.RecurIterator {
  steps = 0;
  budget: StepBudget | null = null;

  get isPastEnd(): boolean {
    return this.last.year > (this.rule.until?.year ?? 0);
  }

  override check_contracting_rules(): boolean {
    this.step();
    return super.check_contracting_rules();
  }

  step(): void {
    if (++this.steps > MOST_STEPS || this.isPastEnd || (this.budget && --this.budget.left < 0))
      throw new RangeError("The rule finds no more occurrences.");
  }
}

/**
 * The wall clock readings (as if they were UTC, epoch milliseconds) at which a RECUR value (RFC 5545, 3.3.10)
 * repeats `start`, up to the span's end. Its UNTIL is the caller's: it may name another zone. Throws where the
 * rule cannot be read, and where its search for occurrences takes too long.
 */
export function* repeatByRule(
  rule: string,
  start: number,
  span: RuleSpan,
  budget: StepBudget,
): Generator<number> {
  const recur = ICAL.Recur.fromString(rule.toUpperCase().replace(/;?UNTIL=[^;]*|;$/g, ""));
  if (recur.interval > LONGEST_INTERVAL) throw new RangeError("The rule's interval is absurd.");
  recur.until = toIcal(span.to);
  const iterator = new BoundedIterator({ rule: recur, dtstart: toIcal(skipTo(span.from, start, recur)) });
  iterator.budget = budget;
  for (let next = nextOf(iterator); next; next = nextOf(iterator)) {
    iterator.steps = 0;
    iterator.step();
    yield Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
  }
}

/** The last start of a period two periods before `from`; a COUNT has to be counted from the beginning. */
function skipTo(from: number, start: number, { freq, interval, count }: ICAL.Recur): number {
  const period = (PERIODS[freq] ?? Number.POSITIVE_INFINITY) * Math.max(1, interval);
  const periods = count ? 0 : Math.floor((from - start) / period) - 2;
  return periods > 0 ? start + periods * period : start;
}

function nextOf(iterator: BoundedIterator): ICAL.Time | null {
  try {
    return iterator.next();
  } catch (error) {
    if (iterator.isPastEnd) return null;
    throw error;
  }
}

function toIcal(local: number): ICAL.Time {
  return new ICAL.Time({ ...utcWallClock(local) }, ICAL.Timezone.localTimezone);
}
