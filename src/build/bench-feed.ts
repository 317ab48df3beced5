import { parseFeed } from "../feed/parse-feed";
import { type Draw, drawFrom } from "./mutate";

const DAYS = 3;
const ROOMS = 30;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Far ahead of every device that measures: each visit is one before the conference. Midnight in UTC, a Friday. */
const FIRST_DAY = Date.UTC(2054, 3, 17);
const OPEN_HOURS = 15;
const OPENS_AT = 7 * HOUR;
const LONGEST = 60;
const SEED = 20_540_417;
/** Octets of a description, about. */
const DESCRIPTION = 1_500;
/** The app takes no feed that is larger than 32 MB: where there are too many sessions, they say less. */
const LARGEST_FEED = 30e6;
/** Octets of a session beside its description, about. */
const OTHER_LINES = 700;

const TRACKS = ["Operations", "History", "Level: beginner", "Level: advanced", "Tools", "People"];
const WORDS = (
  "ports ferries timetables signals tickets bridges lighthouses maps tunnels stations wagons harbours cables " +
  "measured waiting evening morning shared open quiet slow careful honest early late small large written " +
  "drawn counted repaired forgotten found built tested planned kept moved running sleeping turning learning " +
  "and with without after before between under about against from into over for the a every some no one " +
  "people operators drivers travellers engineers writers cities islands winters summers schedules numbers"
).split(" ");

/**
 * A conference of `count` sessions on three days in thirty rooms, as iCalendar text: each with 1.5 kB of Markdown,
 * two categories and an alarm five minutes before it. Equal counts give equal texts.
 */
export function benchFeed(count: number): string {
  const draw = drawFrom(SEED);
  const slots = Math.ceil(count / DAYS / ROOMS);
  const minutes = Math.max(1, Math.min(LONGEST, Math.floor((OPEN_HOURS * 60) / slots)));
  const perDay = Math.ceil(count / DAYS);
  const length = Math.min(DESCRIPTION, Math.floor(LARGEST_FEED / count) - OTHER_LINES);
  const events: string[] = [];
  for (let day = 0; day < DAYS; day++) {
    for (let place = 0; place < perDay && events.length < count; place++) {
      const slot = Math.floor(place / ROOMS);
      const room = place % ROOMS;
      const start = FIRST_DAY + day * 24 * HOUR + OPENS_AT + slot * minutes * MINUTE;
      events.push(eventOf({ index: events.length, start, minutes, room, length }, draw));
    }
  }
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trackside//bench//EN",
    `X-WR-CALNAME:The long conference of ${count}`,
    "X-WR-TIMEZONE:Europe/Berlin",
    ...events,
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** A feed of 2026 moved to 2054, in which every date has the same day of the week. */
export function movedAhead(feed: string): string {
  return feed.replace(/^((?:DTSTART|DTEND)[^:\r\n]*:)2026/gm, "$12054");
}

/**
 * The feed with the titles of its first `count` sessions marked at their ends, in the order of the schedule: it
 * stays the same, and what is marked is in sight as the schedule is opened.
 */
export function markTitles(feed: string, count: number, mark: string): string {
  const read = parseFeed(new TextEncoder().encode(feed));
  if (!read.ok) throw new Error(read.reason);
  const first = new Set(read.conference.sessions.slice(0, count).map(({ id }) => id));
  return feed.replace(/^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT/gm, (event) => {
    const lines = event.replace(/\r?\n[ \t]/g, "");
    const lineOf = (name: string) => new RegExp(`^${name}:(.*)`, "m").exec(lines)?.[1]?.trim() ?? "";
    if (!first.has(lineOf("UID"))) return event;
    const title = lineOf("SUMMARY");
    const isTitled = (line: string, place: number, name: string) =>
      // An alarm says the title, and then the room: one that said another title would say no room.
      line.startsWith(`${name}:${title}`) &&
      (name === "SUMMARY" || lines.lastIndexOf("BEGIN:VALARM", place) > 0);
    return lines.replace(/^(SUMMARY|DESCRIPTION):.*/gm, (line, name: string, place: number) =>
      isTitled(line, place, name) ? line.replace(title, () => `${title} ${mark}`) : line,
    );
  });
}

interface Placed {
  readonly index: number;
  readonly start: number;
  readonly minutes: number;
  readonly room: number;
  /** Octets of its description. */
  readonly length: number;
}

function eventOf({ index, start, minutes, room, length }: Placed, draw: Draw): string {
  const title = capital(wordsOf(4 + draw(8), draw));
  const hall = `Platform ${room + 1}`;
  const track = draw(TRACKS.length);
  return [
    "BEGIN:VEVENT",
    `UID:bench-${index}@trackside.test`,
    "DTSTAMP:20540101T000000Z",
    "CREATED:20531201T080000Z",
    "LAST-MODIFIED:20531224T120000Z",
    "SEQUENCE:3",
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(start + minutes * MINUTE)}`,
    folded(`SUMMARY:${title}`),
    folded(`DESCRIPTION:${escaped(descriptionOf(length, draw))}`),
    `LOCATION:${hall} - Harbour Hall\\nHamburg`,
    `CATEGORIES:${TRACKS[track]},${TRACKS[(track + 1) % TRACKS.length]}`,
    `URL:https://conference.example/sessions/${index}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    // It tells the reader which part of LOCATION is the room.
    folded(`DESCRIPTION:${title} in ${hall} in 5 minutes`),
    "TRIGGER:-PT5M",
    "END:VALARM",
    "END:VEVENT",
  ].join("\r\n");
}

/** Markdown with what people put into it: emphasis, a link, a list, a heading. */
function descriptionOf(length: number, draw: Draw): string {
  const pieces = [`**${capital(wordsOf(6, draw))}.**`];
  while (pieces.join("").length < length) pieces.push(pieceOf(pieces.length % 4, draw));
  return pieces.join("\n\n").slice(0, length);
}

function pieceOf(kind: number, draw: Draw): string {
  if (kind === 1) return [0, 1, 2].map(() => `- ${wordsOf(4 + draw(6), draw)}`).join("\n");
  if (kind === 2) return `### ${capital(wordsOf(3, draw))}`;
  const sentences = [0, 1, 2, 3].map(() => `${capital(wordsOf(8 + draw(10), draw))}.`).join(" ");
  return kind === 3
    ? `${sentences} [More](https://conference.example/${draw(10_000)}), _perhaps_.`
    : sentences;
}

function wordsOf(count: number, draw: Draw): string {
  return Array.from({ length: count }, () => WORDS[draw(WORDS.length)]).join(" ");
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

/** TEXT (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll("\n", "\\n");

/** At most 75 octets a line (RFC 5545, 3.1); all of it is ASCII. */
const folded = (line: string): string => line.replace(/.{74}(?=.)/g, "$&\r\n ");

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
