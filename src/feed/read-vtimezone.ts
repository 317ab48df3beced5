import { HOUR, MINUTE, SECOND } from "../domain/time";
import type { Block } from "./read-blocks";
import { readDateTime } from "./read-date-time";
import { propertiesOf, textOf } from "./read-property";
import { repeatByRule, type StepBudget } from "./repeat-by-rule";

/** Turns a wall clock reading (as if it were UTC, epoch milliseconds) into an instant, or null. */
export type LocalToInstant = (local: number) => number | null;

/** A change of offset, in milliseconds, at what the clock showed just before it. */
interface Change {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const OFFSET = /^([+-])([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$/;
const nothing = () => {};

/** Rules run between these; the first is as good as 1601, where Outlook begins its own. */
const FIRST_RULE = Date.UTC(1970, 0, 1);
const LAST_RULE = Date.UTC(2100, 0, 1);

/**
 * A VTIMEZONE of the file (RFC 5545, 3.6.5), for zones that Intl does not know; null where it cannot be read.
 * ical.js has a reader too, but it forgets an observance's own start where there is an RDATE, takes what lies
 * before the first change for UTC, and searches without end.
 */
export function readVtimezone(block: Block, budget: StepBudget): LocalToInstant | null {
  const changes = block.blocks
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .flatMap((observance) => changesOf(observance, budget))
    .sort((a, b) => a.at - b.at);
  const [first] = changes;
  if (!first) return null;
  return (local) => {
    // What a clock put forward skips is read with the offset from before (RFC 5545, 3.3.5).
    const change = changes.findLast(({ at, from, to }) => at + Math.max(0, to - from) <= local);
    return local - (change ? change.to : first.from);
  };
}

function changesOf(observance: Block, budget: StepBudget): readonly Change[] {
  const start = readDateTime(textOf(observance, "DTSTART", nothing), null, 1);
  const from = readOffset(textOf(observance, "TZOFFSETFROM", nothing));
  const to = readOffset(textOf(observance, "TZOFFSETTO", nothing));
  if (!start || from === null || to === null) return [];
  const dates = propertiesOf(observance, "RDATE", nothing)
    .flatMap(({ values }) => values)
    .flatMap((value) => readDateTime(value, null, 1)?.local ?? []);
  const rules = propertiesOf(observance, "RRULE", nothing).flatMap(({ values }) =>
    byRule(values.join(","), start.local, from, budget),
  );
  return [...new Set([start.local, ...dates, ...rules])].map((at) => ({ at, from, to }));
}

/** An unreadable rule leaves the observance's first change. */
function byRule(rule: string, start: number, from: number, budget: StepBudget): readonly number[] {
  const until = readDateTime(/UNTIL=([^;]*)/i.exec(rule)?.[1] ?? "", null, 1);
  const last = until ? until.local + (until.tzid === "UTC" ? from : 0) : LAST_RULE;
  const begin = new Date(start);
  if (start < FIRST_RULE) begin.setUTCFullYear(1970);
  try {
    const span = { from: begin.getTime(), to: Math.min(last, LAST_RULE) };
    return [...repeatByRule(rule, span.from, span, budget)];
  } catch {
    return [];
  }
}

function readOffset(value: string): number | null {
  const found = OFFSET.exec(value.trim());
  if (!found) return null;
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(2).map((digits) => Number(digits ?? 0));
  return (found[1] === "-" ? -1 : 1) * (hours * HOUR + minutes * MINUTE + seconds * SECOND);
}
