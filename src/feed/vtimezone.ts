import ICAL from "ical.js";
import type { Block } from "./read-blocks";

/** Turns a wall clock reading (as if it were UTC, epoch milliseconds) into an instant, or null. */
export type LocalToInstant = (local: number) => number | null;

/**
 * A VTIMEZONE of the file (RFC 5545, 3.6.5) through ical.js, for zones that Intl does not know. Null
 * where it cannot be read; its function gives null for times that it does not cover.
 */
export function readVtimezone(block: Block): LocalToInstant | null {
  const observances = block.blocks.filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT");
  if (observances.length === 0 || !observances.every(isHarmless)) return null;
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(sourceOf(block))));
    return (local) => instantIn(zone, local);
  } catch {
    return null;
  }
}

/** A rule that fires daily since the year 1 would keep ical.js busy; real ones are yearly. */
function isHarmless(observance: Block): boolean {
  return (observance.lines.get("RRULE") ?? []).every((line) => /FREQ=YEARLY/i.test(line));
}

function sourceOf(block: Block): string {
  return [
    `BEGIN:${block.name}`,
    ...[...block.lines.values()].flat(),
    ...onsetOf(block),
    ...block.blocks.map(sourceOf),
    `END:${block.name}`,
  ].join("\n");
}

/** An observance begins at its DTSTART too (RFC 5545, 3.6.5), which ical.js forgets where there is an RDATE. */
function onsetOf({ lines }: Block): readonly string[] {
  if (!lines.has("RDATE") || lines.has("RRULE")) return [];
  return (lines.get("DTSTART") ?? []).map((line) => `RDATE${line.slice("DTSTART".length)}`);
}

function instantIn(zone: ICAL.Timezone, local: number): number | null {
  const wall = new Date(local);
  const time = new ICAL.Time(
    {
      year: wall.getUTCFullYear(),
      month: wall.getUTCMonth() + 1,
      day: wall.getUTCDate(),
      hour: wall.getUTCHours(),
      minute: wall.getUTCMinutes(),
      second: wall.getUTCSeconds(),
    },
    ICAL.Timezone.localTimezone,
  );
  try {
    const offset = zone.utcOffset(time) * 1_000;
    // ical.js answers 0 for what lies before the first observance: that is no zone's time.
    return offset !== 0 || hasZero(zone) ? local - offset : null;
  } catch {
    return null;
  }
}

function hasZero(zone: ICAL.Timezone): boolean {
  return (zone.component as ICAL.Component)
    .getAllSubcomponents()
    .some(
      (observance) => Number(String(observance.getFirstPropertyValue("tzoffsetto")).replace(":", "")) === 0,
    );
}
