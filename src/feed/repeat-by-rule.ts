import ICAL from "ical.js";
import { utcWallClock } from "../domain/time";

/** ical.js searches for ever where a rule is never met, such as every 30 February; real ones need far fewer. */
const MOST_STEPS = 20_000;
/** Its arithmetic counts days one by one. */
const LONGEST_INTERVAL = 1_000;

class BoundedIterator extends ICAL.RecurIterator {
  steps = 0;

  get isPastEnd(): boolean {
    return this.last.year > (this.rule.until?.year ?? 0);
  }

  override check_contracting_rules(): boolean {
    if (++this.steps > MOST_STEPS || this.isPastEnd)
      throw new RangeError("The rule finds no more occurrences.");
    return super.check_contracting_rules();
  }
}

/**
 * The wall clock readings (as if they were UTC, epoch milliseconds) at which a RECUR value (RFC 5545, 3.3.10)
 * repeats `start`, up to `last`. Its UNTIL is the caller's: it may name another zone. Throws where the rule
 * cannot be read, and where its search for a next occurrence takes too long.
 */
export function* repeatByRule(rule: string, start: number, last: number): Generator<number> {
  const recur = ICAL.Recur.fromString(rule.toUpperCase().replace(/;?UNTIL=[^;]*|;$/g, ""));
  if (recur.interval > LONGEST_INTERVAL) throw new RangeError("The rule's interval is absurd.");
  recur.until = toIcal(last);
  const iterator = new BoundedIterator({ rule: recur, dtstart: toIcal(start) });
  for (let next = nextOf(iterator); next; next = nextOf(iterator)) {
    yield Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
  }
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
