import type { Details, Geo, Session } from "../domain/session";
import { MINUTE } from "../domain/time";
import type { FeedReport, Say } from "./feed-report";
import type { FeedZones } from "./feed-time-zone";
import type { ParseOptions } from "./parse-feed";
import { alarmsFor, type FeedAlarm, readAlarms } from "./read-alarms";
import type { Block } from "./read-blocks";
import type { FeedTime } from "./read-date-time";
import { readDescription } from "./read-description";
import { readLength, readTime, timesOf } from "./read-event-time";
import { readLinks } from "./read-links";
import { readLocation } from "./read-location";
import { type Drop, propertiesOf, propertyOf, textOf } from "./read-property";
import { readTitle } from "./read-title";
import { stableKey } from "./stable-key";

export interface EventContext {
  readonly zones: FeedZones;
  readonly prodid: string;
  readonly report: FeedReport;
  readonly options: Pick<ParseOptions, "leadMinutes" | "descriptionFormat">;
}

/** A VEVENT as a session, with what a series needs to make its other sessions from it. */
export interface EventSession {
  /** Its `id` is its UID still, and it belongs to no parts. */
  readonly session: Session;
  readonly details: Details;
  readonly start: FeedTime;
  /** Wall clock milliseconds for an all-day session, else real ones. */
  readonly length: number;
  readonly alarms: readonly FeedAlarm[];
  /** The start that it had in its series (RFC 5545, 3.8.4.4), epoch milliseconds, or null. */
  readonly replaces: number | null;
  /** The same as it stands in the file. */
  readonly recurrenceId: FeedTime | null;
}

const MOST_CATEGORIES = 32;
const STATUSES = new Set(["TENTATIVE", "CONFIRMED", "CANCELLED"]);
const SILENT: Drop = () => {};

/** Reads one VEVENT (RFC 5545, 3.6.1), the `ordinal`th of its file. Null where it has to be skipped; the report says why. */
export function eventToSession(event: Block, ordinal: number, context: EventContext): EventSession | null {
  const summary = textOf(event, "SUMMARY", SILENT);
  const title = readTitle(summary);
  const where = title.title || `event ${ordinal}`;
  const say: Say = (level, reason) => context.report.add(level, where, reason);
  const drop: Drop = (reason) => say("dropped", reason);
  if (!event.whole) {
    say("skipped", "It breaks off before its end.");
    return null;
  }
  const start = readTime(event, "DTSTART");
  if (!start) {
    const value = textOf(event, "DTSTART", SILENT).slice(0, 40);
    say("skipped", value === "" ? "It has no start." : `Its start "${value}" cannot be read.`);
    return null;
  }
  const length = readLength(event, start, context.zones, say);
  if (length === null) {
    say("skipped", "Its duration is absurd.");
    return null;
  }
  if (event.strays > 0) drop("Some of its lines cannot be read.");
  if (title.title === "") say("note", "It has no title.");

  const location = textOf(event, "LOCATION", drop);
  const place = readLocation({
    location,
    summary,
    alarmTexts: event.blocks.map((block) => textOf(block, "DESCRIPTION", SILENT)),
    prodid: context.prodid,
  });
  const times = timesOf(start, length, context.zones);
  const { leadMinutes, descriptionFormat } = context.options;
  const own = readAlarms(event, { instantOf: context.zones.instantOf, say });
  const alarms = own.length > 0 || times.allDay ? own : organisersAlarm(leadMinutes);
  const uid =
    textOf(event, "UID", drop).trim() || stableKey([title.title, String(times.startsAt), place.room]);
  const recurrenceId = readRecurrenceId(event, say);
  const links = readLinks(event, drop);
  return {
    session: {
      id: uid,
      uid,
      ...title,
      title: title.title || "Untitled",
      ...times,
      ...place,
      status: readStatus(event, drop),
      categories: readCategories(event, drop),
      ...alarmsFor(alarms, times),
      geo: readGeo(event, drop),
      url: readUrl(event, drop),
      sequence: readSequence(event),
      part: null,
    },
    details: {
      summary,
      description: readDescription(event, drop, descriptionFormat),
      location,
      ...(links.length > 0 && { links }),
    },
    start,
    length,
    alarms,
    replaces: recurrenceId && context.zones.instantOf(recurrenceId),
    recurrenceId,
  };
}

/** What the organiser has ring where the feed sets no alarm. */
function organisersAlarm(leadMinutes: number | undefined): readonly FeedAlarm[] {
  if (leadMinutes === undefined) return [];
  return [{ alarm: { related: "start", offset: -leadMinutes * MINUTE }, acknowledgedAt: null }];
}

/** RANGE=THISANDFUTURE (RFC 5545, 3.2.13) is used by next to nobody, and taken back by some who did. */
function readRecurrenceId(event: Block, say: Say): FeedTime | null {
  const [line] = event.lines.get("RECURRENCE-ID") ?? [];
  if (line === undefined) return null;
  const time = readTime(event, "RECURRENCE-ID");
  if (!time) say("dropped", "Its RECURRENCE-ID cannot be read; it stands for itself.");
  if (/;RANGE="?THISANDFUTURE/i.test(line)) {
    say("note", "It stands for its own date alone; that later ones are to follow it is not used.");
  }
  return time;
}

function readStatus(event: Block, drop: Drop): string | null {
  const status = textOf(event, "STATUS", drop)
    .trim()
    .toUpperCase()
    .replace(/^CANCELED$/, "CANCELLED");
  if (status === "" || STATUSES.has(status)) return status || null;
  drop(`Its status "${status}" is none that an event can have.`);
  return null;
}

function readCategories(event: Block, drop: Drop): readonly string[] {
  const values = propertiesOf(event, "CATEGORIES", drop).flatMap(({ values }) =>
    values.map((value) => value.trim()),
  );
  const categories = [...new Set(values)].filter((category) => category !== "");
  if (categories.length > MOST_CATEGORIES) drop(`It has more than ${MOST_CATEGORIES} categories.`);
  return categories.slice(0, MOST_CATEGORIES);
}

function readGeo(event: Block, drop: Drop): Geo | null {
  const property = propertyOf(event, "GEO", drop);
  if (!property) return null;
  // Some generators escape the semicolon, or write a comma.
  const values = property.values.join(";").split(/\\?[;,]/);
  const [latitude = 0, longitude = 0] = values.map((value) =>
    value.trim() === "" ? Number.NaN : Number(value),
  );
  if (values.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
    return { latitude, longitude };
  drop("Its GEO is no place on Earth.");
  return null;
}

function readUrl(event: Block, drop: Drop): string | null {
  const value = textOf(event, "URL", drop).trim();
  if (value === "") return null;
  try {
    const { protocol, href } = new URL(value);
    if (protocol === "http:" || protocol === "https:") return href;
  } catch {
    // Told below, like an address of another kind.
  }
  drop("Its URL is no web address.");
  return null;
}

function readSequence(event: Block): number {
  const sequence = Number(textOf(event, "SEQUENCE", SILENT).trim());
  return Number.isSafeInteger(sequence) && sequence >= 0 ? sequence : 0;
}
