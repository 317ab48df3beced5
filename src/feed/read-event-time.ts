import { DAY } from "../domain/time";
import type { Say } from "./feed-report";
import type { FeedZones } from "./feed-time-zone";
import type { Block } from "./read-blocks";
import { type FeedTime, readDateTime } from "./read-date-time";
import { LONGEST_DURATION, readDuration } from "./read-duration";
import { paramOf, propertyOf, textOf } from "./read-property";

const SILENT = () => {};

/** A session's instants and its day, from where it starts and how long it lasts. */
export function timesOf(start: FeedTime, length: number, zones: FeedZones) {
  const startsAt = zones.instantOf(start);
  const allDay = start.isDate;
  return {
    startsAt,
    endsAt: allDay ? zones.instantOf({ ...start, local: start.local + length }) : startsAt + length,
    allDay,
    day: allDay ? new Date(start.local).toISOString().slice(0, 10) : zones.dayOf(startsAt),
  };
}

/** Exchange leaves a zone's name without quotes where it holds a colon. */
const UNQUOTED = /^[^:;]*;(?:[^:;]*;)*?TZID=([^";]{1,80}):(\d{8}T\d{6}Z?)\s*$/i;

/** The DTSTART, DTEND or RECURRENCE-ID of an event; null where it is absent or cannot be read. */
export function readTime(event: Block, name: string): FeedTime | null {
  const property = propertyOf(event, name, SILENT);
  if (!property) return null;
  const time = readDateTime(property.values[0] ?? "", paramOf(property, "tzid"));
  const [, tzid = null, value = ""] = time ? [] : (UNQUOTED.exec(event.lines.get(name)?.[0] ?? "") ?? []);
  return time ?? readDateTime(value, tzid);
}

/** Milliseconds from start to end, 0 where the feed gives none; null where they are absurd. */
export function readLength(event: Block, start: FeedTime, zones: FeedZones, say: Say): number | null {
  if (event.lines.has("DTEND")) {
    const end = readTime(event, "DTEND");
    const length = end && lengthTo(end, start, zones);
    if (length !== null && length >= 0 && length <= LONGEST_DURATION) return length;
    say("dropped", whyNoEnd(length));
    return 0;
  }
  if (event.lines.has("DURATION")) {
    const length = readDuration(textOf(event, "DURATION", SILENT));
    if (length !== null && length > LONGEST_DURATION) return null;
    if (length !== null && length >= 0) return start.isDate ? Math.ceil(length / DAY) * DAY : length;
    say("dropped", "Its duration cannot be read.");
    return 0;
  }
  if (!start.isDate) say("note", "It has no end.");
  return 0;
}

function whyNoEnd(length: number | null): string {
  if (length === null) return "Its end cannot be read.";
  return length < 0 ? "Its end lies before its start." : "Its end lies more than a year after its start.";
}

const lengthTo = (end: FeedTime, start: FeedTime, zones: FeedZones): number =>
  start.isDate
    ? Math.ceil((end.local - start.local) / DAY) * DAY
    : zones.instantOf(end) - zones.instantOf(start);
