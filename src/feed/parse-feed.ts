import type { Conference, ConferenceDetails, ReportLine } from "../domain/conference";
import type { Session } from "../domain/session";
import { inEnglish } from "../domain/speech";
import { DAY_START_HOUR } from "../domain/time";
import { assignIds } from "./assign-ids";
import { decodeBytes } from "./decode-bytes";
import { openReport } from "./feed-report";
import { openZones } from "./feed-time-zone";
import { numberParts } from "./number-parts";
import { type Block, readBlocks } from "./read-blocks";
import { readCalendar } from "./read-calendar";
import { readEvents } from "./read-events";
import { textOf } from "./read-property";

export interface ParseOptions {
  /** The hour of the wall clock at which a conference day begins; 4 where nothing is said. */
  readonly dayStartHour?: number;
  /** IANA name of the zone to take where the feed names none. */
  readonly defaultTimeZone?: string | null;
  /** What time it is, epoch milliseconds: a feed of nothing but endless series is read around it. */
  readonly now?: number;
  /** The conference's name; without it the feed's. */
  readonly name?: string;
  /** Minutes before its start at which a session rings that has no alarm of its own which can ring. */
  readonly leadMinutes?: number;
  /** How descriptions are written; "auto", or nothing: HTML where they look like it, else Markdown. */
  readonly descriptionFormat?: "auto" | "markdown" | "plain" | "html";
}

export type FeedResult =
  | {
      readonly ok: true;
      readonly conference: Conference;
      readonly details: ConferenceDetails;
      /** The file ends before END:VCALENDAR. */
      readonly cutOff: boolean;
      /**
       * True where neither the feed nor `defaultTimeZone` names a zone, and some session has a clock time: they
       * are read and shown in UTC until somebody says better.
       */
      readonly asksTimeZone: boolean;
    }
  | { readonly ok: false; readonly reason: string; readonly report: readonly ReportLine[] };

/**
 * A feed's bytes as a conference (RFC 5545). Never throws: what cannot be used of it is in the report, and
 * where nothing can, the reason is one sentence for people.
 */
export function parseFeed(bytes: Uint8Array, options: ParseOptions = {}): FeedResult {
  try {
    return parse(bytes, options);
  } catch (error) {
    // Only a mistake of ours comes here; the attendee's old schedule must survive it all the same.
    return {
      ok: false,
      reason: inEnglish("This calendar cannot be read ({error}).", { error: String(error) }),
      report: [],
    };
  }
}

function parse(bytes: Uint8Array, options: ParseOptions): FeedResult {
  const { text, notes } = decodeBytes(bytes);
  const report = openReport(notes);
  const { calendars, cutOff, hasBareEvents } = readBlocks(text);
  if (calendars.length === 0) return { ok: false, reason: whyNoCalendar(text), report: report.lines() };
  if (cutOff) report.add("note", "the file", "It is cut off before its end.");
  if (hasBareEvents) report.add("note", "the file", "Some of its events stand in no calendar.");

  const dayStartHour = options.dayStartHour ?? DAY_START_HOUR;
  const head = readCalendar(calendars, options.defaultTimeZone ?? null, report);
  const zones = openZones({
    timeZone: head.timeZone,
    dayStartHour,
    declared: head.zoneDeclared,
    vtimezones: vtimezonesOf(calendars),
    report,
  });
  const events = readEvents({ calendars, zones, report, now: options.now ?? null, options });
  if (events.length === 0) {
    return {
      ok: false,
      reason: whyNoSession(calendars),
      report: report.lines(),
    };
  }
  const ids = assignIds(events);
  const sessions = events
    .map(({ session }, index) => ({ ...session, id: ids[index] as string }))
    .sort(byTime);
  return {
    ok: true,
    conference: {
      name: options.name ?? head.name,
      description: head.description,
      timeZone: head.timeZone,
      ...(dayStartHour === DAY_START_HOUR ? {} : { dayStartHour }),
      ...(options.descriptionFormat === "plain" && { descriptions: "plain" as const }),
      refreshEvery: head.refreshEvery,
      sessions: numberParts(sessions),
    },
    details: {
      // Not an object literal: an id may be any text, `__proto__` too.
      sessions: Object.fromEntries(events.map(({ details }, index) => [ids[index] as string, details])),
      report: report.lines(),
    },
    cutOff,
    asksTimeZone: head.zoneGuessed && sessions.some(({ allDay }) => !allDay),
  };
}

function whyNoCalendar(text: string): string {
  if (text.trim() === "") return inEnglish("The file is empty.");
  if (/^\s*<(?:!doctype html|html|head|body|\?xml|!--)/i.test(text)) {
    return inEnglish("The answer is a web page, not a calendar (a Wi-Fi login page looks like this).");
  }
  return inEnglish("This file is not a calendar.");
}

function whyNoSession(calendars: readonly Block[]): string {
  const names = new Set(calendars.flatMap(({ blocks }) => blocks.map(({ name }) => name)));
  const isOther = ["VTODO", "VJOURNAL", "VFREEBUSY"].some((name) => names.has(name));
  return isOther && !names.has("VEVENT")
    ? inEnglish("This calendar holds no events, only tasks, notes or busy times.")
    : inEnglish("This calendar holds no session that can be read.");
}

function vtimezonesOf(calendars: readonly Block[]): ReadonlyMap<string, Block> {
  const zones = calendars.flatMap(({ blocks }) => blocks.filter(({ name }) => name === "VTIMEZONE"));
  return new Map(zones.reverse().map((zone) => [textOf(zone, "TZID", () => {}).trim(), zone]));
}

function byTime(a: Session, b: Session): number {
  return (
    a.startsAt - b.startsAt ||
    a.endsAt - b.endsAt ||
    compareTexts(a.title, b.title) ||
    compareTexts(a.id, b.id)
  );
}

/** By code unit: the same order on every device, whatever its language. */
const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
