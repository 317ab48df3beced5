import type { Session } from "../domain/session";
import { DAY } from "../domain/time";

/** Where the sessions of endless and of long series are taken from, instants in epoch milliseconds. */
export interface SeriesWindow {
  readonly from: number;
  readonly to: number;
}

const AROUND_SINGLES = 14 * DAY;
const BEFORE_NOW = 31 * DAY;
const AFTER_NOW = 183 * DAY;
/** So that a feed read again on the same day, or the next, gives the same sessions. */
const STEP = 28 * DAY;

/**
 * Two weeks around the sessions that belong to no series: there the conference is. Where all belong to one,
 * from a month before `now` (epoch milliseconds) to half a year after it, moved on every four weeks; null
 * where nobody says what time it is.
 */
export function seriesWindow(
  singles: readonly Pick<Session, "startsAt" | "endsAt">[],
  now: number | null,
): SeriesWindow | null {
  if (singles.length > 0) {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { startsAt, endsAt } of singles) {
      from = Math.min(from, startsAt);
      to = Math.max(to, endsAt);
    }
    return { from: from - AROUND_SINGLES, to: to + AROUND_SINGLES };
  }
  if (now === null) return null;
  const step = Math.floor(now / STEP) * STEP;
  return { from: step - BEFORE_NOW, to: step + STEP + AFTER_NOW };
}
