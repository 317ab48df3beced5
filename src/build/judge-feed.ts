import type { Session } from "../domain/session";
import type { FeedResult, ParseOptions } from "../feed/parse-feed";

/** How a feed fared: counts of its VEVENTs, and of lines in its report. */
export interface FeedJudgement {
  readonly ok: boolean;
  /** The reason of a refusal, or an empty string. */
  readonly reason: string;
  /** VEVENTs that begin in the file. */
  readonly events: number;
  /** VEVENTs that can be read when each stands alone in a calendar. */
  readonly readable: number;
  /** Those of them that the whole file's reading lost; there must be none. */
  readonly lost: readonly string[];
  readonly sessions: number;
  readonly skipped: number;
  readonly dropped: number;
  readonly guessed: number;
  /** Zones and times without a zone among the guesses. */
  readonly zonesGuessed: number;
}

type Read = (bytes: Uint8Array, options: ParseOptions) => Promise<FeedResult>;

/** Reads a feed whole, and each of its events alone, cut out by lines, and compares. */
export async function judgeFeed(bytes: Uint8Array, read: Read): Promise<FeedJudgement> {
  const whole = await read(bytes, {});
  const report = whole.ok ? whole.details.report : whole.report;
  const sessions = whole.ok ? whole.conference.sessions : [];
  const { events, head } = cut(bytes);
  const keys = countOf(sessions.flatMap(keysOf));
  const alone: string[] = [];
  for (const event of events) {
    const calendar = `BEGIN:VCALENDAR\r\n${head}${event}END:VCALENDAR\r\n`;
    const options = whole.ok ? { defaultTimeZone: whole.conference.timeZone } : {};
    const result = await read(Buffer.from(calendar, "latin1"), options);
    const [first] = result.ok ? result.conference.sessions : [];
    if (first) alone.push(keyOf(first, /^(?:RRULE|RDATE)[;:]/im.test(event)));
  }
  const lost = [...countOf(alone)].filter(([key, count]) => {
    const needed = key.startsWith("series") ? 1 : count;
    return (keys.get(key) ?? 0) < needed;
  });
  const level = (name: string) => report.filter((line) => line.level === name);
  return {
    ok: whole.ok,
    reason: whole.ok ? "" : whole.reason,
    events: events.length,
    readable: alone.length,
    lost: lost.map(([key]) => key),
    sessions: sessions.length,
    skipped: level("skipped").length,
    dropped: level("dropped").length,
    guessed: level("guessed").length,
    zonesGuessed: level("guessed").filter(({ where, reason }) => /zone/i.test(where + reason)).length,
  };
}

/** A single event is known again by its UID, title and start; a series by its UID, as its sessions may have moved. */
function keyOf(session: Session, isSeries: boolean): string {
  if (isSeries) return `series ${session.uid}`;
  return `single ${session.uid} ${session.title} ${session.allDay ? session.day : session.startsAt}`;
}

const keysOf = (session: Session): readonly string[] => [keyOf(session, false), keyOf(session, true)];

/** By lines alone, without the reader's own code, so that the reader is not measured by itself. */
function cut(bytes: Uint8Array): { readonly events: readonly string[]; readonly head: string } {
  const lines = Buffer.from(bytes)
    .toString("latin1")
    .split(/\r*\n|\r/);
  const events: string[] = [];
  let head = "";
  let event: string | null = null;
  let isZone = false;
  for (const line of lines) {
    const begins = /^\W{0,4}BEGIN:(VEVENT|VTIMEZONE)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (begins === "VEVENT") event = "";
    if (begins === "VTIMEZONE" && event === null) isZone = true;
    if (event !== null) event += `${line}\r\n`;
    else if (isZone || /^(?:X-WR-TIMEZONE|TIMEZONE-ID|PRODID)[;:]/i.test(line)) head += `${line}\r\n`;
    if (/^END:VTIMEZONE\s*$/i.test(line)) isZone = false;
    if (/^END:VEVENT\s*$/i.test(line) && event !== null) {
      events.push(event);
      event = null;
    }
  }
  return { events: event === null ? events : [...events, event], head: isZone ? "" : head };
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
