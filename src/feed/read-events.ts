import { type EventContext, type EventSession, eventToSession } from "./event-to-session";
import { expandRecurrence, type SeriesContext } from "./expand-recurrence";
import type { FeedReport } from "./feed-report";
import type { FeedZones } from "./feed-time-zone";
import type { ParseOptions } from "./parse-feed";
import { alarmsFor } from "./read-alarms";
import type { Block } from "./read-blocks";
import type { FeedTime } from "./read-date-time";
import { timesOf } from "./read-event-time";
import { textOf } from "./read-property";
import { openStepBudget } from "./repeat-by-rule";
import { seriesWindow } from "./series-window";
import { keysOf, namesOf } from "./time-set";

interface ReadEvent {
  readonly event: EventSession;
  readonly block: Block;
  readonly context: EventContext;
}

interface EventsSource {
  readonly calendars: readonly Block[];
  readonly zones: FeedZones;
  readonly report: FeedReport;
  /** Epoch milliseconds, or null: only a feed of nothing but endless series asks. */
  readonly now: number | null;
  readonly options: Pick<ParseOptions, "leadMinutes" | "descriptionFormat">;
}

const MOST_SESSIONS = 20_000;
/** A colour of RFC 7986, 5.9 would stand beside the rooms' own, in both themes, and say something else. */
const COLOURS = "Its colours are not used: here each room has its own.";

/** Every session of a file, at most 20,000: an event is one, a series several. What is left out is in the report. */
export function readEvents(source: EventsSource): readonly EventSession[] {
  const { zones, report, now } = source;
  const read = readEach(source);
  const single = ({ block }: ReadEvent) => !block.lines.has("RRULE") && !block.lines.has("RDATE");
  const window = seriesWindow(
    read.filter((one) => single(one) && one.event.replaces === null).map(({ event }) => event.session),
    now,
  );
  const overrides = openOverrides(read, zones);
  const budget = openStepBudget();
  // No series takes the place of an event that stands for itself.
  let room = Math.max(0, MOST_SESSIONS - read.length);
  const events: EventSession[] = [];
  for (const one of read.slice(0, MOST_SESSIONS)) {
    if (one.event.replaces !== null) continue;
    if (single(one)) {
      events.push(one.event);
      continue;
    }
    const occurrences = repeat(one, { zones, window, budget }, overrides);
    const taken = occurrences.slice(0, room + 1);
    if (taken.length < occurrences.length) tellFull(report);
    room -= Math.max(0, taken.length - 1);
    events.push(...taken);
  }
  if (read.length > MOST_SESSIONS) tellFull(report);
  return [...events, ...overrides.rest()].slice(0, MOST_SESSIONS);
}

function tellFull(report: FeedReport): void {
  report.add("skipped", "the file", `It holds ${MOST_SESSIONS} sessions or more; the rest are left out.`);
}

function readEach({ calendars, zones, report, options }: EventsSource): readonly ReadEvent[] {
  const read: ReadEvent[] = [];
  let ordinal = 0;
  for (const calendar of calendars) {
    const context = { zones, report, options, prodid: textOf(calendar, "PRODID", () => {}) };
    for (const block of calendar.blocks) {
      if (block.name !== "VEVENT") continue;
      ordinal++;
      try {
        const event = eventToSession(block, ordinal, context);
        if (event) read.push({ event, block, context });
        if (block.lines.has("COLOR")) report.add("note", "the calendar", COLOURS);
      } catch (error) {
        // Only a mistake of ours comes here; it must not cost the attendee the other events.
        report.add("skipped", `event ${ordinal}`, `It cannot be read (${String(error)}).`);
      }
    }
  }
  return read;
}

/** An event's repetitions, each as the event says that stands for it, where there is one (RFC 5545, 3.8.4.4). */
function repeat(
  { event, block, context }: ReadEvent,
  series: Omit<SeriesContext, "drop">,
  overrides: Overrides,
): readonly EventSession[] {
  const { session, start, length, alarms } = event;
  const say = (level: "dropped" | "skipped" | "note", reason: string) =>
    context.report.add(level, session.title, reason);
  const drop = (reason: string) => say("dropped", reason);
  const { starts, more } = expandRecurrence(block, start, { ...series, drop });
  if (starts.length === 0) say("skipped", "Each of its repetitions is taken back.");
  if (more) say("note", "It repeats for long; only a part of its repetitions is here.");
  // An alarm at an instant rings once, not with every repetition.
  const ringing = alarms.filter(({ alarm }) => alarm.related !== "none");
  return starts.map((time) => {
    const instead = overrides.take(event, time);
    if (instead) return { ...instead, replaces: context.zones.instantOf(time) };
    if (time === start) return event;
    const { alarmsDismissed: _, ...bare } = session;
    const times = timesOf(time, length, context.zones);
    return { ...event, start: time, session: { ...bare, ...times, ...alarmsFor(ringing, times) } };
  });
}

interface Overrides {
  /** The event that stands for this occurrence of a series; each is given once. */
  readonly take: (series: EventSession, occurrence: FeedTime) => EventSession | null;
  /** Those whose occurrence no series has: sessions of their own. */
  readonly rest: () => readonly EventSession[];
}

function openOverrides(read: readonly ReadEvent[], zones: FeedZones): Overrides {
  const left = new Set<EventSession>();
  const byName = new Map<string, EventSession[]>();
  for (const { event } of read) {
    if (event.recurrenceId === null) continue;
    left.add(event);
    for (const name of namesOf(event.recurrenceId, zones)) {
      const key = `${event.session.uid}\n${name}`;
      const named = byName.get(key);
      if (named) named.push(event);
      else byName.set(key, [event]);
    }
  }
  return {
    take({ session: { uid }, start }, occurrence) {
      if (left.size === 0) return null;
      for (const key of keysOf(occurrence, start, zones)) {
        const named = byName.get(`${uid}\n${key}`) ?? [];
        for (let event = named.pop(); event; event = named.pop()) if (left.delete(event)) return event;
      }
      return null;
    },
    rest: () => [...left],
  };
}
