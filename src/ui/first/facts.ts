import { type Conference, daysOf } from "../../domain/conference";
import { lanesOf, lanesOfDay } from "../../domain/lanes";
import { isHeld, overAt } from "../../domain/session";
import { HOUR, offsetAt } from "../../domain/time";

/** The data attributes of the head's script: the facts, and the address of the app's own code. */
export const FACTS = "facts";
export const APP = "app";
/** That of the styles which stand in the page: where they are as a file. */
export const FILE = "file";

/** So many hexadecimal digits of a feed's SHA-256 name its bytes. */
export const DIGITS = 16;

/** What the page has to know about the first screen that is written into it. */
export interface PictureFacts {
  /** Names the bytes of the feed that it shows. */
  readonly digest: string;
  /** When it was built in, epoch milliseconds. */
  readonly builtAt: number;
  /** When the conference begins, epoch milliseconds. */
  readonly opensAt: number;
  /** Between these instants (epoch milliseconds) the schedule shows today at now, and not the first day. */
  readonly busyFrom: number;
  readonly busyUntil: number;
  /** How far its zone is ahead of UTC when its first day begins, milliseconds, and that instant. */
  readonly offset: number;
  readonly firstAt: number;
  /** The address of its first day. */
  readonly hash: string;
  /** So many rooms of the first day are drawn side by side where there is room for it. */
  readonly rooms: number;
}

/** Long enough for every "today" and every line of now, wherever a day is cut. */
const MARGIN = 30 * HOUR;

/** The facts of a conference whose feed's bytes have that digest and were built in at `builtAt`. */
export function factsOf(conference: Conference, digest: string, builtAt: number): PictureFacts {
  const { sessions, timeZone } = conference;
  const [ofDay = []] = daysOf(conference).values();
  const firstAt = (ofDay.find(({ allDay }) => !allDay) ?? ofDay[0])?.startsAt ?? 0;
  return {
    digest,
    builtAt,
    opensAt: (sessions.find(isHeld) ?? sessions[0])?.startsAt ?? 0,
    busyFrom: Math.min(...sessions.map(({ startsAt }) => startsAt)) - MARGIN,
    busyUntil: Math.max(...sessions.map(overAt)) + MARGIN,
    offset: offsetAt(firstAt, timeZone),
    firstAt,
    hash: `#/day/${ofDay[0]?.day}`,
    rooms: lanesOfDay(ofDay, lanesOf(sessions)).length,
  };
}
