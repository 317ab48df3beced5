import { readTitle } from "../../feed/read-title";
import { fieldsOf } from "./scan-fields";

/** Where an event stands in a feed's file, and by what it is known again. */
export interface EventLine {
  /** The line of BEGIN:VEVENT as an editor counts, from 1: CR LF, LF and CR each end a line. */
  readonly line: number;
  /** As in the file, or an empty string. */
  readonly uid: string;
  /** As the app shows it, or an empty string. */
  readonly title: string;
  /** The digits of DTSTART, such as `20300101T090000Z`, or an empty string. */
  readonly start: string;
  /** It stands for one date of a series. */
  readonly replaces: boolean;
  /** The first line of each property, by its name in capitals. */
  readonly properties: ReadonlyMap<string, number>;
  /** The first line in it that is no content line, or null. */
  readonly stray: number | null;
}

interface OpenEvent {
  readonly line: number;
  readonly properties: Map<string, number>;
  readonly values: Map<string, string[]>;
  stray: number | null;
}

const BOUNDARY = /^\W{0,4}\s*(BEGIN|END)\s*:\s*([A-Z0-9-]+)\s*$/i;
const NAME = /^([A-Za-z0-9-]+)[;:]/;
const WANTED = new Set(["UID", "SUMMARY", "DTSTART"]);

/**
 * Every event of a feed's file in its order, by a scan of its lines alone: the reader knows no line numbers, and
 * is to stay as fast as it is. Folds, any line ends and junk are taken as they come; never fails.
 */
export function scanEvents(bytes: Uint8Array): readonly EventLine[] {
  const found: EventLine[] = [];
  let event: OpenEvent | null = null;
  /** How many blocks are open inside of the event: an alarm's lines are not its own. */
  let depth = 0;
  let last: string[] | null = null;
  const close = () => {
    if (event) found.push(eventLine(event));
    event = null;
  };
  let line = 0;
  for (const text of linesOf(bytes)) {
    line++;
    if (text[0] === " " || text[0] === "\t") {
      last?.push(text.slice(1));
      continue;
    }
    last = null;
    const boundary = BOUNDARY.exec(text);
    if (boundary) {
      const begins = boundary[1]?.toUpperCase() === "BEGIN";
      const isEvent = boundary[2]?.toUpperCase() === "VEVENT";
      if (isEvent || boundary[2]?.toUpperCase() === "VCALENDAR") {
        close();
        depth = 0;
        if (isEvent && begins) event = { line, properties: new Map(), values: new Map(), stray: null };
      } else depth = Math.max(0, depth + (begins ? 1 : -1));
    } else if (event !== null && depth === 0) {
      last = take(event, text, line);
    }
  }
  close();
  return found;
}

/** The pieces of the line, where they are wanted: what is folded comes later. */
function take(event: OpenEvent, text: string, line: number): string[] | null {
  const name = NAME.exec(text)?.[1]?.toUpperCase();
  if (name === undefined) {
    if (text.trim() !== "") event.stray ??= line;
    return null;
  }
  if (!event.properties.has(name)) event.properties.set(name, line);
  if (!WANTED.has(name) || event.values.has(name)) return null;
  const pieces = [text];
  event.values.set(name, pieces);
  return pieces;
}

function eventLine({ line, properties, values, stray }: OpenEvent): EventLine {
  const { uid, summary, start } = fieldsOf((name) => values.get(name)?.join("") ?? "");
  const replaces = properties.has("RECURRENCE-ID");
  return { line, uid, title: readTitle(summary).title, start, replaces, properties, stray };
}

/** One character for each byte, since a fold may cut a letter in two. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : null;
  const narrow = wide === null ? bytes : Buffer.from(new TextDecoder(wide).decode(bytes));
  return Buffer.from(narrow.buffer, narrow.byteOffset, narrow.byteLength)
    .toString("latin1")
    .split(/\r\n|\n|\r/);
}
