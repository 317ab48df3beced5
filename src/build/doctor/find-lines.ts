import type { Conference, ReportLine } from "../../domain/conference";
import type { Session } from "../../domain/session";
import { utcWallClock, type WallClock, wallClockAt } from "../../domain/time";
import type { EventLine } from "./scan-events";

/** What the app calls a session without a title. */
const UNTITLED = "Untitled";

/** The event that each session comes from, by the session's id; a session whose event is not found is absent. */
export function eventsOfSessions(
  { sessions, timeZone }: Pick<Conference, "sessions" | "timeZone">,
  events: readonly EventLine[],
): ReadonlyMap<string, EventLine> {
  const byUid = takeInTurn(events, ({ uid }) => uid);
  // A series' own event stands for all of its dates, an exception only for its own, and there it comes first.
  const masters = events.filter(({ replaces }) => !replaces);
  const exceptions = events.filter(({ replaces }) => replaces);
  const byStart = takeInTurn([...exceptions, ...masters], ({ uid, start }) => `${uid}\n${start}`);
  const byTitle = firstOf(masters, ({ uid, title }) => `${uid}\n${title || UNTITLED}`);
  const master = firstOf(masters, ({ uid }) => uid);
  const known = new Set(events.map(({ uid }) => uid));

  const eventOf = (session: Session): EventLine | undefined => {
    // The reader makes up an identifier where the file has none.
    const uid = known.has(session.uid) ? session.uid : "";
    if (byUid.size(uid) === 1) return byUid.take(uid);
    for (const start of startsOf(session, timeZone)) {
      const event = byStart.take(`${uid}\n${start}`);
      if (event) return event;
    }
    return byTitle.get(`${uid}\n${session.title}`) ?? (uid === "" ? undefined : master.get(uid));
  };
  const found = sessions.map((session) => [session.id, eventOf(session)] as const);
  return new Map(found.flatMap(([id, event]) => (event ? [[id, event] as const] : [])));
}

/** How the file may write the session's start. */
function* startsOf({ startsAt, allDay, day }: Session, timeZone: string): Iterable<string> {
  if (allDay) {
    yield day.replaceAll("-", "");
    return;
  }
  const utc = compact(utcWallClock(startsAt));
  yield `${utc}Z`;
  yield compact(wallClockAt(startsAt, timeZone));
  yield utc;
}

const two = (value: number): string => String(value).padStart(2, "0");

const compact = ({ year, month, day, hour, minute, second }: WallClock): string =>
  `${String(year).padStart(4, "0")}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;

/** Events of one key one after another; the last of them again and again. */
function takeInTurn(events: readonly EventLine[], keyOf: (event: EventLine) => string) {
  const groups = new Map<string, { readonly events: EventLine[]; next: number }>();
  for (const event of events) {
    const group = groups.get(keyOf(event));
    if (group) group.events.push(event);
    else groups.set(keyOf(event), { events: [event], next: 0 });
  }
  return {
    size: (key: string): number => groups.get(key)?.events.length ?? 0,
    take(key: string): EventLine | undefined {
      const group = groups.get(key);
      return group?.events[Math.min(group.next++, group.events.length - 1)];
    },
  };
}

function firstOf(events: readonly EventLine[], keyOf: (event: EventLine) => string): Map<string, EventLine> {
  return new Map([...events].reverse().map((event) => [keyOf(event), event]));
}

/** What a line of the reader's report is about, by its words; the first that fits is taken. */
const PROPERTIES: readonly (readonly [RegExp, string])[] = [
  [/^Its start "/, "DTSTART"],
  [/^Its end\b/, "DTEND"],
  [/^Its duration\b/, "DURATION"],
  [/^Its status\b/, "STATUS"],
  [/^Its repetition rule\b/, "RRULE"],
  [/\bcategories\b/, "CATEGORIES"],
];

/** The name of the property that a reason of the reader names, or an empty string. */
const propertyIn = (reason: string): string =>
  /^Its ([A-Z-]{3,})\b/.exec(reason)?.[1] ?? PROPERTIES.find(([pattern]) => pattern.test(reason))?.[1] ?? "";

/** Finds the line that a line of the reader's report is about; null where it is about no event, or about one that is not found. */
export function linesOfReport(
  events: readonly EventLine[],
  shown: ReadonlySet<EventLine>,
): (line: ReportLine) => number | null {
  const byTitle = new Map<string, EventLine[]>();
  for (const event of events) {
    const title = event.title || UNTITLED;
    const named = byTitle.get(title);
    if (named) named.push(event);
    else byTitle.set(title, [event]);
  }
  const told = new Map<string, number>();
  return ({ level, where, reason }) => {
    const number = /^event (\d+)$/.exec(where)?.[1];
    const named = number ? events.slice(Number(number) - 1, Number(number)) : (byTitle.get(where) ?? []);
    // What is left out has no session; of several with one title, each is told once.
    const fitting = level === "skipped" ? named.filter((event) => !shown.has(event)) : named;
    const key = `${level}\n${where}\n${reason}`;
    const turn = told.get(key) ?? 0;
    told.set(key, turn + 1);
    const event = fitting[turn] ?? fitting[0];
    if (!event) return null;
    if (/^Some of its lines/.test(reason)) return event.stray ?? event.line;
    return event.properties.get(propertyIn(reason)) ?? event.line;
  };
}
