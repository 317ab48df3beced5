import type { Alarm } from "./alarm";
import { t } from "./speech";
import { DAY, dayOf } from "./time";

/** What sort of session it is; a feed that says nothing of it holds talks. */
export type Kind = "keynote" | "talk" | "workshop" | "bof" | "break" | "check-in";

/** Where a session stands among sessions of one title that a break has cut apart; counted from 1. */
interface Part {
  readonly number: number;
  readonly of: number;
}

/** Degrees, WGS 84 (RFC 5545, 3.8.1.6). */
export interface Geo {
  readonly latitude: number;
  readonly longitude: number;
}

/** One VEVENT instance, without its long texts. Instants are epoch milliseconds. */
export interface Session {
  /** Stable over refreshes, the same in addresses, stars and notifications: the UID where it is unique. */
  readonly id: string;
  readonly uid: string;
  /** SUMMARY without its kind prefix. */
  readonly title: string;
  readonly kind: Kind;
  readonly sponsored: boolean;
  readonly startsAt: number;
  /** Equals `startsAt` where the feed gives no end. */
  readonly endsAt: number;
  readonly allDay: boolean;
  /** The conference day it belongs to, `YYYY-MM-DD`, cut in the conference's zone at the organiser's hour. */
  readonly day: string;
  readonly room: string | null;
  readonly venue: string | null;
  readonly city: string | null;
  /** The RFC 5545 STATUS value in capitals. */
  readonly status: string | null;
  readonly categories: readonly string[];
  readonly alarms: readonly Alarm[];
  /** The feed sets alarms, but all of them have been acknowledged elsewhere (RFC 9074, 6). */
  readonly alarmsDismissed?: true;
  readonly geo: Geo | null;
  /** The session's own page, `http(s)` only. */
  readonly url: string | null;
  readonly sequence: number;
  readonly part: Part | null;
  /**
   * Set on a session that the feed no longer holds: when that was noticed, by the app's clock or the device's,
   * whichever showed less.
   */
  readonly goneAt?: number;
  /** The attendee's own entry: no feed makes one, and nothing of the schedule is asked of it. */
  readonly own?: true;
}

/** A session of which no more is known than this: one that a feed no longer holds, or that never was in one. */
export function bareSession(
  known: Pick<Session, "id" | "title" | "startsAt" | "endsAt"> & Partial<Session>,
): Session {
  return {
    uid: known.id,
    kind: "talk",
    sponsored: false,
    allDay: false,
    day: "",
    room: null,
    venue: null,
    city: null,
    status: null,
    categories: [],
    alarms: [],
    geo: null,
    url: null,
    sequence: 0,
    part: null,
    ...known,
  };
}

/** An address that a session carries beside its own page. */
export interface SessionLink {
  /** To take part from elsewhere, a picture, or a file to read. */
  readonly kind: "join" | "image" | "file";
  /** `http(s)`; `tel` too for "join". Never loaded, only led to. */
  readonly url: string;
  /** The feed's own words for it, or an empty string. */
  readonly label: string;
}

/** A session's long texts, kept apart so that lists never have to read them. */
export interface Details {
  /** SUMMARY as the feed has it. */
  readonly summary: string;
  /** DESCRIPTION, unescaped; Markdown source in most feeds, and what was HTML is turned into it. */
  readonly description: string;
  /** LOCATION, unescaped, all lines. */
  readonly location: string;
  /** Absent where the feed has none. */
  readonly links?: readonly SessionLink[];
}

/** "Part 2 of 4", beside a title that its parts share; null for a session of its own. */
export function partWords({ part }: Pick<Session, "part">): string | null {
  return part && t("Part {number} of {of}", { number: part.number, of: part.of });
}

/** What is said of a cancelled session in a list: that, or that it has gone from the schedule without a word. */
export function cancelledWords({ goneAt }: Pick<Session, "goneAt">): string {
  return goneAt === undefined ? t("Cancelled") : t("No longer in the schedule");
}

/** "1 session", "9 sessions" */
export function sessionCount(count: number): string {
  return t("{count, plural, one {# session} other {# sessions}}", { count });
}

/** True for the sessions between sessions: breaks, meals and check-in. */
export function isBreak(session: Pick<Session, "kind">): boolean {
  return session.kind === "break" || session.kind === "check-in";
}

/** When a session is over, epoch milliseconds: an all-day one without an end lasts its day (RFC 5545, 3.6.1). */
export function overAt({
  startsAt,
  endsAt,
  allDay,
}: Pick<Session, "startsAt" | "endsAt" | "allDay">): number {
  return allDay && endsAt === startsAt ? startsAt + DAY : endsAt;
}

/** Takes up time of the day: neither off, nor so long that everything else lies in it. */
export function isHeld({ status, allDay }: Pick<Session, "status" | "allDay">): boolean {
  return status !== "CANCELLED" && !allDay;
}

/**
 * The day that a calendar on the wall in `timeZone` shows as a session begins, `YYYY-MM-DD`: what stands
 * beside a clock time. After midnight it is the one after the conference day.
 */
export function dateOf({ allDay, day, startsAt }: Session, timeZone: string): string {
  return allDay ? day : dayOf(startsAt, timeZone, 0);
}
