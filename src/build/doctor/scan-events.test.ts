import { expect, test } from "vitest";
import { parseFeed } from "../../feed/parse-feed";
import { eventsOfSessions, linesOfReport } from "./find-lines";
import { scanEvents } from "./scan-events";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const EVENTS = [
  "BEGIN:VCALENDAR",
  "BEGIN:VEVENT",
  "BEGIN:VALARM",
  "UID:of the alarm",
  "SUMMARY:of the alarm",
  "END:VALARM",
  "UID:one",
  "DTSTART;TZID=Europe/Paris:20300901T090000",
  "SUMMARY:Keynote: A title",
  "  that is folded\\, too",
  "END:VEVENT",
  "BEGIN:VEVENT",
  "what is this",
  "END:VEVENT",
  "END:VCALENDAR",
];

test.each([
  ["LF", "\n"],
  ["CR LF", "\r\n"],
  ["CR", "\r"],
])("events have the line that an editor shows, whatever ends a line: %s", (_, end) => {
  const events = scanEvents(bytesOf(EVENTS.join(end)));
  expect(events).toMatchObject([
    {
      line: 2,
      uid: "one",
      start: "20300901T090000",
      title: "A title that is folded, too",
      hasAlarm: true,
      stray: null,
    },
    { line: 12, uid: "", start: "", title: "", hasAlarm: false, stray: 13 },
  ]);
  expect(events[0]?.properties.get("DTSTART")).toBe(8);
});

test("a byte order mark, UTF-16, a letter cut by a fold and a missing END hide no event", () => {
  const marked = scanEvents(bytesOf("\ufeffBEGIN:VEVENT\nUID:a\nBEGIN:VEVENT\nUID:b"));
  expect(marked.map(({ line, uid }) => [line, uid])).toEqual([
    [1, "a"],
    [3, "b"],
  ]);
  const wide = Buffer.from("\ufeffBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT", "utf16le");
  expect(scanEvents(wide)).toMatchObject([{ line: 2, uid: "a" }]);
  expect(scanEvents(bytesOf("BEGIN\n :VEVENT\nUID\n :a\nSUMMARY\n :A"))).toMatchObject([
    { line: 1, uid: "a", title: "A" },
  ]);
  const cut = Buffer.concat([
    Buffer.from("BEGIN:VEVENT\nSUMMARY:Caf"),
    Buffer.from([0xc3]),
    Buffer.from("\n "),
    Buffer.from([0xa9]),
  ]);
  expect(scanEvents(cut)).toMatchObject([{ title: "Café" }]);
});

/** The title of each session, and the line of its event. */
function linesOf(text: string): readonly (readonly [string, number | undefined])[] {
  const bytes = bytesOf(text);
  const result = parseFeed(bytes);
  if (!result.ok) throw new Error(result.reason);
  const found = eventsOfSessions(result.conference, scanEvents(bytes));
  return result.conference.sessions.map(({ id, title }) => [title, found.get(id)?.line]);
}

test("events of one UID are told apart by their start, a series by its own event, and those without by both", () => {
  const text = [
    "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Paris",
    "BEGIN:VEVENT\nUID:u\nSUMMARY:Later\nDTSTART:20300902T070000Z\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:u\nSUMMARY:Earlier\nDTSTART;TZID=Europe/Paris:20300901T090000\nEND:VEVENT",
    "BEGIN:VEVENT\nSUMMARY:Nameless\nDTSTART:20300903T090000\nEND:VEVENT",
    "BEGIN:VEVENT\nSUMMARY:Nameless, too\nDTSTART;VALUE=DATE:20300904\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:s\nSUMMARY:Series\nDTSTART:20300905T090000\nRRULE:FREQ=DAILY;COUNT=3\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:s\nSUMMARY:Moved\nDTSTART:20300906T110000\nRECURRENCE-ID:20300906T090000\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:t\nSUMMARY:Weekly\nDTSTART:20301001T090000\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:t\nSUMMARY:Renamed\nDTSTART:20301001T090000\nRECURRENCE-ID:20301001T090000\nEND:VEVENT",
    "END:VCALENDAR",
  ].join("\n");
  expect(linesOf(text)).toEqual([
    ["Earlier", 8],
    ["Later", 3],
    ["Nameless", 13],
    ["Nameless, too", 17],
    ["Series", 21],
    ["Moved", 27],
    ["Series", 21],
    ["Renamed", 39],
    ["Weekly", 33],
  ]);
});

test("what the reader complains of is found by title: the event that is not shown, the property's own line", () => {
  const text = [
    "BEGIN:VEVENT\nUID:a\nSUMMARY:Twice\nDTSTART:20300901T090000\nURL:nowhere\nEND:VEVENT",
    "BEGIN:VEVENT\nUID:b\nSUMMARY:Twice\nDTSTART:soon\nEND:VEVENT",
  ].join("\n");
  const events = scanEvents(bytesOf(text));
  const lineOf = linesOfReport(events, new Set(events.slice(0, 1)));
  const about = (level: "skipped" | "dropped", reason: string, where = "Twice") =>
    lineOf({ level, where, reason });
  expect(about("dropped", "Its URL is no web address.")).toBe(5);
  expect(about("skipped", 'Its start "soon" cannot be read.')).toBe(10);
  expect(about("skipped", "It has no start.", "event 2")).toBe(7);
  expect(about("skipped", "It has no start.", "nobody")).toBeNull();
});
