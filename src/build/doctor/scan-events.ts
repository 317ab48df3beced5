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
  /** It sets an alarm, of whatever sort. */
  readonly hasAlarm: boolean;
  /** The first line in it that is no content line, or null. */
  readonly stray: number | null;
}

interface OpenEvent {
  readonly line: number;
  readonly properties: Map<string, number>;
  readonly values: Map<string, string>;
  hasAlarm: boolean;
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
  const close = () => {
    if (event) found.push(eventLine(event));
    event = null;
  };
  for (const { line, text } of contentLines(bytes)) {
    const boundary = BOUNDARY.exec(text);
    if (boundary) {
      const begins = boundary[1]?.toUpperCase() === "BEGIN";
      const name = boundary[2]?.toUpperCase() ?? "";
      if (name === "VEVENT" || name === "VCALENDAR") {
        close();
        depth = 0;
        if (name === "VEVENT" && begins) event = openEvent(line);
      } else depth = Math.max(0, depth + (begins ? 1 : -1));
      if (event !== null && name === "VALARM") event.hasAlarm = true;
    } else if (event !== null && depth === 0) {
      take(event, text, line);
    }
  }
  close();
  return found;
}

const openEvent = (line: number): OpenEvent => ({
  line,
  properties: new Map(),
  values: new Map(),
  hasAlarm: false,
  stray: null,
});

function take(event: OpenEvent, text: string, line: number): void {
  const name = NAME.exec(text)?.[1]?.toUpperCase();
  if (name === undefined) {
    if (text.trim() !== "") event.stray ??= line;
    return;
  }
  if (event.properties.has(name)) return;
  event.properties.set(name, line);
  if (WANTED.has(name)) event.values.set(name, text);
}

function eventLine({ line, properties, values, hasAlarm, stray }: OpenEvent): EventLine {
  const { uid, summary, start } = fieldsOf((name) => values.get(name) ?? "");
  const replaces = properties.has("RECURRENCE-ID");
  return { line, uid, title: readTitle(summary).title, start, replaces, properties, hasAlarm, stray };
}

/** Unfolded, each with the line of the file on which it begins. */
function* contentLines(bytes: Uint8Array): Iterable<{ readonly line: number; readonly text: string }> {
  let line = 0;
  let pieces: string[] = [];
  let from = 1;
  for (const text of linesOf(bytes)) {
    line++;
    if (text[0] === " " || text[0] === "\t") {
      pieces.push(text.slice(1));
      continue;
    }
    if (pieces.length > 0) yield { line: from, text: pieces.join("") };
    [pieces, from] = [[text], line];
  }
  yield { line: from, text: pieces.join("") };
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
