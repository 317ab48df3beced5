import ICAL from "ical.js";
import type { Alarm } from "../domain/alarm";
import type { Details, Session, SessionLink } from "../domain/session";
import { wallClockAt } from "../domain/time";
import { compactUtc } from "./compact-utc";
import { FEED_DESIGN } from "./feed-design";

/** One session of a calendar, under the UID and revision that other calendars know it by. */
export interface CalendarEntry {
  readonly session: Session;
  readonly details: Details | undefined;
  readonly uid: string;
  readonly sequence: number;
  readonly alarms: readonly Alarm[];
}

export interface CalendarFile {
  readonly name: string;
  /** IANA name of the conference's zone. */
  readonly timeZone: string;
  readonly entries: readonly CalendarEntry[];
  /** Epoch milliseconds. */
  readonly writtenAt: number;
}

/** A jCal property (RFC 7265, 3.4): name, parameters, type, values as FEED_DESIGN has them. */
type Line = readonly [string, Readonly<Record<string, string>>, string, ...unknown[]];
type Component = readonly [string, readonly Line[], readonly Component[]];

const text = (name: string, value: string): Line => [name, {}, "text", oneLineEnd(value)];
/** A bare CR would end the line that it stands in. */
const oneLineEnd = (value: string): string => value.replace(/\r\n?/g, "\n");
const given = (value: string, line: Line): Line[] => (value === "" ? [] : [line]);

/**
 * A calendar (RFC 5545) for other apps to import: instants in UTC, CR LF line ends, every alarm explicit.
 * `parseFeed` reads it back to the same UIDs, instants, titles, kinds, statuses and alarms.
 */
export function writeCalendar({ name, timeZone, entries, writtenAt }: CalendarFile): string {
  const calendar: Component = [
    "vcalendar",
    [
      text("version", "2.0"),
      text("prodid", "-//Trackside//Agenda//EN"),
      text("method", "PUBLISH"),
      text("x-wr-calname", name),
      text("x-wr-timezone", timeZone),
    ],
    entries.map((entry) => eventOf(entry, timeZone, writtenAt)),
  ];
  // ical.js does not count the space that begins a folded line; RFC 5545, 3.1 does, and allows 75 octets.
  ICAL.foldLength = 74;
  return `${ICAL.stringify.component(calendar as unknown as unknown[], FEED_DESIGN)}\r\n`;
}

function eventOf(entry: CalendarEntry, timeZone: string, writtenAt: number): Component {
  const { session, details, uid, sequence, alarms } = entry;
  const { startsAt, endsAt, allDay, geo, url, status, categories } = session;
  const time = (property: string, instant: number): Line =>
    allDay ? [property, {}, "date", compactDate(instant, timeZone)] : utc(property, instant);
  const location =
    details?.location || [session.room, session.venue, session.city].filter(Boolean).join(", ");
  const description = details?.description ?? "";
  return [
    "vevent",
    [
      text("uid", uid),
      utc("dtstamp", writtenAt),
      ["sequence", {}, "integer", String(sequence)],
      time("dtstart", startsAt),
      // RFC 5545, 3.8.2.2: an end lies after its start, or is not there.
      ...(endsAt > startsAt ? [time("dtend", endsAt)] : []),
      text("summary", details?.summary || session.title),
      ...given(location, text("location", location)),
      ...given(description, text("description", description)),
      ...(categories.length > 0 ? [["categories", {}, "list", categories.map(oneLineEnd)] as const] : []),
      ...(geo ? [["geo", {}, "float", [geo.latitude.toFixed(7), geo.longitude.toFixed(7)]] as const] : []),
      ...(url ? [["url", {}, "uri", url] as const] : []),
      ...(status ? [text("status", status)] : []),
      ...(details?.links ?? []).map(linkOf),
    ],
    alarms.map((alarm) => alarmOf(alarm, session.title)),
  ];
}

function linkOf({ kind, url, label }: SessionLink): Line {
  const words: Readonly<Record<string, string>> = label === "" ? {} : { label };
  switch (kind) {
    case "join":
      return ["conference", { ...words, feature: "VIDEO" }, "uri", url];
    case "image":
      return ["image", { ...words, display: "BADGE" }, "uri", url];
    case "file":
      return ["attach", label === "" ? {} : { filename: label }, "uri", url];
  }
}

function alarmOf(alarm: Alarm, title: string): Component {
  return ["valarm", [text("action", "DISPLAY"), text("description", title), triggerOf(alarm)], []];
}

function triggerOf(alarm: Alarm): Line {
  switch (alarm.related) {
    case "start":
      return ["trigger", {}, "duration", durationOf(alarm.offset)];
    case "end":
      return ["trigger", { related: "END" }, "duration", durationOf(alarm.offset)];
    case "none":
      return utc("trigger", alarm.at);
  }
}

const durationOf = (offset: number): string =>
  ICAL.Duration.fromSeconds(Math.round(offset / 1_000)).toString();

const utc = (name: string, instant: number): Line => [name, {}, "date-time", compactUtc(instant)];

function compactDate(instant: number, timeZone: string): string {
  const { year, month, day } = wallClockAt(instant, timeZone);
  return `${year}${String(month).padStart(2, "0")}${String(day).padStart(2, "0")}`;
}
