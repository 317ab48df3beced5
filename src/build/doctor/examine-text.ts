import { type ParseOptions, parseFeed } from "../../feed/parse-feed";
import { type Examined, examine } from "./examined";
import type { Finding } from "./finding";
import { scanEvents } from "./scan-events";

/** What a test says of an event; times such as `0901T0930`, of 2030. */
interface WrittenEvent {
  readonly title?: string;
  readonly from?: string;
  readonly to?: string;
  readonly room?: string;
  readonly more?: readonly string[];
}

const HEAD = [
  "BEGIN:VCALENDAR",
  "X-WR-CALNAME:Example",
  "X-WR-TIMEZONE:Europe/Paris",
  "REFRESH-INTERVAL:PT1H",
];
let written = 0;

/** The lines of an event: six, one less for each of title and room that is not said, and those of `more`. */
export function event({
  title,
  from = "0901T0900",
  to = "0901T1000",
  room,
  more = [],
}: WrittenEvent): string {
  const uid = more.some((line) => /^UID/.test(line)) ? [] : [`UID:event-${++written}`];
  const place = room === undefined ? [] : [`LOCATION:${room}`];
  const summary = title === undefined ? [] : [`SUMMARY:${title}`];
  const times = [`DTSTART:2030${from}00`, `DTEND:2030${to}00`];
  return ["BEGIN:VEVENT", ...uid, ...summary, ...times, ...place, ...more, "END:VEVENT"].join("\n");
}

/** A feed of these events, for a test of a rule. Throws where it cannot be read. */
export function examineText(
  events: readonly string[],
  head: readonly string[] = HEAD,
  options: ParseOptions = {},
): Examined {
  const bytes = new TextEncoder().encode([...head, ...events, "END:VCALENDAR", ""].join("\n"));
  const result = parseFeed(bytes, options);
  if (!result.ok) throw new Error(result.reason);
  return examine(result, { events: scanEvents(bytes), size: bytes.length, now: Date.UTC(2030, 0, 1) });
}

/** "clash 12 Title: It overlaps …" for each, short to compare. */
export const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, line, where, reason }) => `${code} ${line} ${where}: ${reason}`);
