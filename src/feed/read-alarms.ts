import { type Alarm, fireAtOf } from "../domain/alarm";
import type { Session } from "../domain/session";
import type { Say } from "./feed-report";
import type { Block } from "./read-blocks";
import type { FeedTime } from "./read-date-time";
import { readDateTime } from "./read-date-time";
import { LONGEST_DURATION, readDuration } from "./read-duration";
import { paramOf, propertyOf, textOf } from "./read-property";

/** A VALARM's trigger as the feed has it: for which sessions of a series it rings is `alarmsFor`'s question. */
export interface FeedAlarm {
  readonly alarm: Alarm;
  /** When the attendee dismissed it elsewhere (RFC 9074, 6), epoch milliseconds, or null. */
  readonly acknowledgedAt: number | null;
}

interface AlarmReader {
  /** The instant of a time of the feed, epoch milliseconds. */
  readonly instantOf: (time: FeedTime) => number;
  readonly say: Say;
}

const MOST_ALARMS = 32;
const MOST_REPEATS = 16;

/** The triggers of an event's VALARMs (RFC 5545, 3.6.6), repeats written out. A bad alarm is dropped and told. */
export function readAlarms(event: Block, reader: AlarmReader): readonly FeedAlarm[] {
  const blocks = event.blocks.filter((block) => block.name === "VALARM");
  const alarms = blocks.slice(0, MOST_ALARMS).flatMap((block) => readAlarm(block, reader));
  if (blocks.length > MOST_ALARMS || alarms.length > MOST_ALARMS) {
    reader.say("dropped", `It has more than ${MOST_ALARMS} alarms; the rest do not ring.`);
  }
  return alarms.slice(0, MOST_ALARMS);
}

/**
 * What rings for a session with these times: no dismissed alarm, none twice for one instant, by fire time;
 * and whether nothing does because all of them were dismissed.
 */
export function alarmsFor(
  alarms: readonly FeedAlarm[],
  session: { readonly startsAt: number; readonly endsAt: number },
): Pick<Session, "alarms" | "alarmsDismissed"> {
  const byFireTime = new Map<number, Alarm>();
  for (const { alarm, acknowledgedAt } of alarms) {
    const fireAt = fireAtOf(alarm, session);
    if (acknowledgedAt !== null && acknowledgedAt >= fireAt) continue;
    if (!byFireTime.has(fireAt)) byFireTime.set(fireAt, alarm);
  }
  const ringing = [...byFireTime].sort(([a], [b]) => a - b).map(([, alarm]) => alarm);
  return { alarms: ringing, ...(alarms.length > 0 && ringing.length === 0 && { alarmsDismissed: true }) };
}

function readAlarm(block: Block, reader: AlarmReader): FeedAlarm[] {
  const drop = (reason: string) => reader.say("dropped", reason);
  const action = textOf(block, "ACTION", drop).trim();
  if (!/^(?:display|audio)$/i.test(action)) {
    reader.say("note", `An alarm with ACTION "${action}" does not ring here.`);
    return [];
  }
  const first = readTrigger(block, reader);
  if (first === null) {
    drop("An alarm whose TRIGGER cannot be read does not ring.");
    return [];
  }
  const acknowledged = readDateTime(textOf(block, "ACKNOWLEDGED", drop), null);
  const acknowledgedAt = acknowledged && reader.instantOf(acknowledged);
  return repeated(first, block, drop).map((alarm) => ({ alarm, acknowledgedAt }));
}

/** TRIGGER (RFC 5545, 3.8.6.3): from the start or the end, or at an instant. Null where it says neither. */
function readTrigger(block: Block, { instantOf }: AlarmReader): Alarm | null {
  const trigger = propertyOf(block, "TRIGGER", () => {});
  const value = trigger?.values[0] ?? "";
  if (!trigger) return null;
  const offset = readDuration(value);
  if (offset !== null) {
    if (Math.abs(offset) > LONGEST_DURATION) return null;
    return { related: paramOf(trigger, "related")?.toUpperCase() === "END" ? "end" : "start", offset };
  }
  const time = readDateTime(value, paramOf(trigger, "tzid"));
  return time && !time.isDate ? { related: "none", at: instantOf(time) } : null;
}

/** REPEAT and DURATION (RFC 5545, 3.8.6.2) written out: the alarm itself, then each of its repeats. */
function repeated(first: Alarm, block: Block, drop: (reason: string) => void): Alarm[] {
  const repeat = textOf(block, "REPEAT", drop).trim();
  if (repeat === "" || /^0+$/.test(repeat)) return [first];
  const pause = readDuration(textOf(block, "DURATION", drop));
  if (!/^\d+$/.test(repeat) || pause === null || pause <= 0 || pause > LONGEST_DURATION) {
    drop("An alarm's REPEAT or DURATION cannot be read; it rings once.");
    return [first];
  }
  const times = Math.min(Number(repeat), MOST_REPEATS);
  if (Number(repeat) > MOST_REPEATS)
    drop(`An alarm repeats more than ${MOST_REPEATS} times; the rest do not ring.`);
  return Array.from({ length: times + 1 }, (_, index) => later(first, index * pause));
}

const later = (alarm: Alarm, by: number): Alarm =>
  alarm.related === "none"
    ? { related: "none", at: alarm.at + by }
    : { related: alarm.related, offset: alarm.offset + by };
