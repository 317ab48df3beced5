import type { FeedReport } from "./feed-report";
import { ianaNameOf } from "./feed-time-zone";
import type { Block } from "./read-blocks";
import { LONGEST_DURATION, readDuration } from "./read-duration";
import { paramOf, propertyOf, textOf } from "./read-property";

/** What a feed says of itself, outside its events. */
interface CalendarHead {
  readonly name: string;
  readonly description: string;
  /** IANA name. */
  readonly timeZone: string;
  /** True where the feed names its zone, rather than we ours. */
  readonly zoneDeclared: boolean;
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
  const declaredZone = declared === "" ? null : ianaNameOf(declared);
  if (declared !== "" && declaredZone === null) {
    report.add("guessed", WHERE, `Its zone "${declared}" is not known here.`);
  }
  return {
    name,
    description: description === name ? "" : description,
    timeZone: declaredZone ?? zoneOfEvents(calendars) ?? defaultTimeZone ?? utcByGuess(report),
    zoneDeclared: declaredZone !== null,
    refreshEvery: readRefresh(firstOf("REFRESH-INTERVAL", "X-PUBLISHED-TTL"), drop),
  };
}

/** The zone that most events start in; where none names one, the only one that the file defines. */
function zoneOfEvents(calendars: readonly Block[]): string | null {
  const counts = new Map<string, number>();
  const defined = new Set<string>();
  for (const block of calendars.flatMap((calendar) => calendar.blocks)) {
    if (block.name === "VTIMEZONE") {
      const zone = ianaNameOf(textOf(block, "TZID", () => {}));
      if (zone) defined.add(zone);
    }
    if (block.name !== "VEVENT" || !block.lines.get("DTSTART")?.[0]?.includes("=")) continue;
    const start = propertyOf(block, "DTSTART", () => {});
    const tzid = start && paramOf(start, "tzid");
    if (tzid) counts.set(tzid, (counts.get(tzid) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a).map(([tzid]) => ianaNameOf(tzid));
  const [only] = defined;
  return byCount.find((zone) => zone !== null) ?? (defined.size === 1 ? (only ?? null) : null);
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
