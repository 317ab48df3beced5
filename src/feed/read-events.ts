import { type EventContext, type EventSession, eventToSession } from "./event-to-session";
import { expandRecurrence } from "./expand-recurrence";
import type { FeedReport } from "./feed-report";
import type { FeedZones } from "./feed-time-zone";
import { alarmsFor } from "./read-alarms";
import type { Block } from "./read-blocks";
import { timesOf } from "./read-event-time";
import { textOf } from "./read-property";

interface ReadEvent {
  readonly event: EventSession;
  readonly block: Block;
  readonly context: EventContext;
}

interface EventsSource {
  readonly calendars: readonly Block[];
  readonly zones: FeedZones;
  readonly report: FeedReport;
}

const MOST_SESSIONS = 20_000;

/** Every session of a file, at most 20,000: an event is one, a series several. What is left out is in the report. */
export function readEvents(source: EventsSource): readonly EventSession[] {
  const read = readEach(source);
  const replaced = new Set(
    read.flatMap(({ event }) => (event.replaces === null ? [] : keyOf(event, event.replaces))),
  );
  const events: EventSession[] = [];
  for (const one of read) {
    if (events.length >= MOST_SESSIONS) break;
    events.push(...(one.event.replaces === null ? repeat(one, replaced) : [one.event]));
  }
  if (events.length >= MOST_SESSIONS) {
    source.report.add(
      "skipped",
      "the file",
      `It holds ${MOST_SESSIONS} sessions or more; the rest are left out.`,
    );
  }
  return events.slice(0, MOST_SESSIONS);
}

function readEach({ calendars, zones, report }: EventsSource): readonly ReadEvent[] {
  const read: ReadEvent[] = [];
  let ordinal = 0;
  for (const calendar of calendars) {
    const context = { zones, report, prodid: textOf(calendar, "PRODID", () => {}) };
    for (const block of calendar.blocks) {
      if (block.name !== "VEVENT") continue;
      ordinal++;
      try {
        const event = eventToSession(block, ordinal, context);
        if (event) read.push({ event, block, context });
      } catch (error) {
        // Only a mistake of ours comes here; it must not cost the attendee the other events.
        report.add("skipped", `event ${ordinal}`, `It cannot be read (${String(error)}).`);
      }
    }
  }
  return read;
}

/** An event's repetitions, without those that events of their own stand for (RFC 5545, 3.8.4.4). */
function repeat(
  { event, block, context }: ReadEvent,
  replaced: ReadonlySet<string>,
): readonly EventSession[] {
  const { session, start, length, alarms } = event;
  const say = (level: "dropped" | "skipped") => (reason: string) =>
    context.report.add(level, session.title, reason);
  const starts = expandRecurrence(block, start, context.zones, say("dropped"));
  if (starts.length === 0) say("skipped")("Each of its repetitions is taken back.");
  // An alarm at an instant rings once, not with every repetition.
  const ringing = alarms.filter(({ alarm }) => alarm.related !== "none");
  return starts.flatMap((time) => {
    const times = time === start ? session : timesOf(time, length, context.zones);
    if (replaced.has(keyOf(event, times.startsAt))) return [];
    if (time === start) return event;
    const { alarmsDismissed: _, ...bare } = session;
    return { ...event, start: time, session: { ...bare, ...times, ...alarmsFor(ringing, times) } };
  });
}

const keyOf = ({ session }: EventSession, startsAt: number): string => `${session.uid}\n${startsAt}`;
