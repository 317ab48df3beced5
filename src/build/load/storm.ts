import type { Conference } from "../../domain/conference";
import { refreshGap } from "../../domain/refresh-due";
import { HOUR, MINUTE, SECOND } from "../../domain/time";

/** Attendees who all open the app before the opening keynote, and leave it open. */
interface Storm {
  readonly attendees: number;
  readonly conference: Conference;
  /** When the keynote starts, epoch milliseconds. */
  readonly keynote: number;
  /** The app's chance, from 0 to 1, drawn anew each time; one that is always 0 spreads nothing. */
  readonly spread: () => number;
  /** Chance by which they come. */
  readonly arrival: () => number;
  /** Milliseconds in which they come, the last of them as the keynote starts. */
  readonly within: number;
  /** Milliseconds that they are watched for, from the first that comes. */
  readonly watched?: number;
}

/** Requests for the schedule. */
interface StormFigures {
  /** In the busiest second of those in which they come. */
  readonly opening: number;
  /** In the busiest second after that: the app's own refreshes. */
  readonly later: number;
  /** By the clock, of one attendee, on the average. */
  readonly each: number;
}

/** As in `keepFresh`: an open app looks at the clock once a minute, first at a moment of its own. */
const LOOKS_EVERY = MINUTE;
/** From the page to its first refresh. */
const OPENING = SECOND / 2;

/** Counts a storm second by second, with the app's own rule for when a refresh is due. */
export function storm({
  attendees,
  conference,
  keynote,
  spread,
  arrival,
  within,
  watched = 2 * HOUR,
}: Storm): StormFigures {
  const seconds = new Uint32Array(Math.ceil(watched / SECOND));
  let refreshes = 0;
  const count = (at: number): void => {
    const second = Math.floor(at / SECOND);
    seconds[second] = (seconds[second] ?? 0) + 1;
  };
  for (let one = 0; one < attendees; one += 1) {
    const opened = arrival() * within;
    const looks = opened + LOOKS_EVERY * (1 + spread());
    let tried = opened + OPENING;
    count(tried);
    for (;;) {
      const now = keynote - within + tried;
      const gap = refreshGap("clock", conference, now, { failures: 0, chance: spread() });
      const next = looks + Math.ceil((tried + gap - looks) / LOOKS_EVERY) * LOOKS_EVERY;
      if (next >= watched) break;
      count(next);
      refreshes += 1;
      tried = next;
    }
  }
  const coming = (within + OPENING) / SECOND;
  return {
    opening: Math.max(...seconds.subarray(0, Math.ceil(coming))),
    later: seconds.subarray(Math.ceil(coming)).reduce((most, here) => Math.max(most, here), 0),
    each: refreshes / attendees,
  };
}
