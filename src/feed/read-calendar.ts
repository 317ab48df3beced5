import type { FeedReport } from "./feed-report";
import type { Block } from "./read-blocks";
import { LONGEST_DURATION, readDuration } from "./read-duration";
import { paramOf, propertyOf, textOf } from "./read-property";
import { zoneNameOf } from "./zone-name";

/** What a feed says of itself, outside its events. */
interface CalendarHead {
  readonly name: string;
  readonly description: string;
  /** IANA name. */
  readonly timeZone: string;
  /** True where the feed names its zone, rather than we ours. */
  readonly zoneDeclared: boolean;
  /** True where neither the feed nor the organiser names a zone, so that UTC stands in for it. */
  readonly zoneGuessed: boolean;
  /** Milliseconds, or null. */
  readonly refreshEvery: number | null;
}

const WHERE = "the calendar";

/** Reads the calendars' own properties; several in one file count as one, the first to say a thing wins. */
export function readCalendar(
  calendars: readonly Block[],
  defaultTimeZone: string | null,
  report: FeedReport,
): CalendarHead {
  const drop = (reason: string) => report.add("dropped", WHERE, reason);
  const firstOf = (...names: string[]): string => {
    for (const name of names) {
      for (const calendar of calendars) {
        const value = textOf(calendar, name, drop).trim();
        if (value !== "") return value;
      }
    }
    return "";
  };
  const name = firstOf("NAME", "X-WR-CALNAME", "SUMMARY") || "Conference";
  const description = firstOf("DESCRIPTION", "X-WR-CALDESC");
  const declared = firstOf("X-WR-TIMEZONE", "TIMEZONE-ID");
  const declaredZone = declared === "" ? null : zoneNameOf(declared);
  if (declared !== "" && declaredZone?.by !== "itself") {
    const words = declaredZone ? `taken for ${declaredZone.iana}` : "not known here";
    report.add("guessed", WHERE, `Its zone "${declared}" is ${words}.`);
  }
  const known = declaredZone?.iana ?? zoneOfEvents(calendars, report) ?? defaultTimeZone;
  return {
    name,
    description: description === name ? "" : description,
    timeZone: known ?? utcByGuess(report),
    zoneDeclared: declaredZone !== null,
    zoneGuessed: known === null,
    refreshEvery: readRefresh(firstOf("REFRESH-INTERVAL", "X-PUBLISHED-TTL"), drop),
  };
}

/** The zone that most events start in; where none names one, the only one that the file defines. */
function zoneOfEvents(calendars: readonly Block[], report: FeedReport): string | null {
  const counts = new Map<string, number>();
  const defined = new Set<string>();
  for (const block of calendars.flatMap((calendar) => calendar.blocks)) {
    if (block.name === "VTIMEZONE") {
      const zone =
        zoneNameOf(textOf(block, "TZID", () => {})) ?? zoneNameOf(textOf(block, "X-LIC-LOCATION", () => {}));
      if (zone) defined.add(zone.iana);
    }
    if (block.name !== "VEVENT" || !block.lines.get("DTSTART")?.[0]?.includes("=")) continue;
    const start = propertyOf(block, "DTSTART", () => {});
    const tzid = start && paramOf(start, "tzid");
    if (tzid) counts.set(tzid, (counts.get(tzid) ?? 0) + 1);
  }
  for (const [tzid] of [...counts].sort(([, a], [, b]) => b - a)) {
    const zone = zoneNameOf(tzid);
    if (zone && zone.by !== "itself")
      report.add("guessed", `zone "${tzid}"`, `It is taken for ${zone.iana}.`);
    if (zone) return zone.iana;
  }
  const [only] = defined;
  return defined.size === 1 ? (only ?? null) : null;
}

function utcByGuess(report: FeedReport): string {
  report.add("guessed", WHERE, "It names no time zone; its times are shown in UTC.");
  return "UTC";
}

function readRefresh(value: string, drop: (reason: string) => void): number | null {
  if (value === "") return null;
  const every = readDuration(value);
  if (every !== null && every > 0 && every <= LONGEST_DURATION) return every;
  drop(`Its refresh interval "${value}" cannot be read.`);
  return null;
}
