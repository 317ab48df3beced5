// A feed as large and as awkward as any: made by counting, so that each picture of it is the same again.

const ROOMS = 40;
const SESSIONS = 1000;
/** The first of three days, midnight in UTC; the zone is Berlin's, two hours ahead then. */
const FIRST_DAY = Date.UTC(2026, 8, 11);
const HOUR = 3_600_000;
const MINUTE = 60_000;

const SUBJECTS = ["Ports", "Ferries", "Timetables", "Signals", "Tickets", "Bridges", "Night trains", "Maps"];
const CLAIMS = [
  "as they are run",
  "without a schedule",
  "for people who wait",
  "and what becomes of them when nobody looks, told in eleven short stories and one that is rather long, with pictures of all of them",
  "in the open",
  "measured, not guessed",
  "at the edge of the map",
];
const FOREIGN = [
  "रेलगाड़ियों की समय-सारणी कैसे बनती है",
  "时刻表背后的算法与人",
  "ಸಮಯದ ರೇಖೆಗಳು",
  "خرائط المدن القديمة",
];
const TRACKS = ["Operations", "SESSION TYPE: 25 MINS TALK", "History", "Level: beginner"];
/** Two buildings, twenty minutes' walk apart; the second has rooms 21 to 40. */
const VENUES = [
  { name: "Harbour Hall", geo: "53.5436;9.9885" },
  { name: "Old Customs House", geo: "53.5561;9.9869" },
] as const;

interface Event {
  readonly summary: string;
  readonly start: number;
  readonly minutes: number;
  readonly room: number | null;
  readonly more?: readonly string[];
}

/** 40 rooms in two venues and 1,000 sessions on three days, as iCalendar text. */
export function crowdedFeed(): string {
  const events = [...breaks(), ...oddities()];
  for (let index = 0; events.length < SESSIONS; index += 1) events.push(talk(index));
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Trackside//crowded//EN",
    "X-WR-CALNAME:Everything at once 2026",
    "X-WR-TIMEZONE:Europe/Berlin",
    ...events.flatMap(lines),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

/** Talks fill room after room, then the next slot; every 50th has a long title, every 17th a foreign one. */
function talk(index: number): Event {
  const perDay = Math.ceil(SESSIONS / 3);
  const [day, place] = [Math.floor(index / perDay), index % perDay];
  const slot = Math.floor(place / ROOMS);
  const minutes = [45, 25, 45, 90][index % 4] ?? 45;
  const subject = SUBJECTS[index % SUBJECTS.length] ?? "";
  const claim = CLAIMS[(index * 3) % CLAIMS.length] ?? "";
  const foreign = index % 17 === 5 ? FOREIGN[index % FOREIGN.length] : undefined;
  return {
    summary: foreign ?? `${index % 23 === 7 ? "Workshop: " : ""}${subject} ${claim} (${index + 1})`,
    start: FIRST_DAY + day * 24 * HOUR + 7 * HOUR + slot * HOUR + (index % 3) * 5 * MINUTE,
    minutes,
    room: (place * 7) % ROOMS,
    more: [
      `CATEGORIES:${TRACKS[index % TRACKS.length]}`,
      ...(index % 41 === 3 ? ["STATUS:CANCELLED"] : []),
      `DESCRIPTION:What ${subject.toLowerCase()} are like\\, from the inside.\\n\\n- One\\n- Two`,
    ],
  };
}

function breaks(): Event[] {
  return [0, 1, 2].flatMap((day) => [
    { summary: "Lunch", start: FIRST_DAY + day * 24 * HOUR + 10.5 * HOUR, minutes: 60, room: null },
    { summary: "Coffee break", start: FIRST_DAY + day * 24 * HOUR + 13.5 * HOUR, minutes: 30, room: null },
  ]);
}

function oddities(): Event[] {
  const parts = [7, 9, 11, 13].map((hour) => ({
    summary: "Workshop: A railway in four afternoons",
    start: FIRST_DAY + hour * HOUR,
    minutes: 100,
    room: 2,
  }));
  return [
    ...parts,
    // Two at once in one room; one past midnight, of the evening before; ten minutes; no end.
    { summary: "Left half of the hall", start: FIRST_DAY + 8 * HOUR, minutes: 60, room: 0 },
    { summary: "Right half of the hall", start: FIRST_DAY + 8 * HOUR, minutes: 60, room: 0 },
    { summary: "The night train leaves", start: FIRST_DAY + 22.5 * HOUR, minutes: 120, room: 1 },
    { summary: "Ten minutes on points", start: FIRST_DAY + 8 * HOUR, minutes: 10, room: 39 },
    { summary: "Doors", start: FIRST_DAY + 6 * HOUR, minutes: 0, room: null },
    { summary: "Exhibition of timetables", start: FIRST_DAY, minutes: -1, room: 20 },
  ];
}

function lines(event: Event, index: number): readonly string[] {
  const { summary, start, minutes, room, more = [] } = event;
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
  const venue = VENUES[room !== null && room >= ROOMS / 2 ? 1 : 0];
  const isAllDay = minutes < 0;
  return [
    "BEGIN:VEVENT",
    `UID:crowd-${index}@trackside.test`,
    `DTSTAMP:${stamp(FIRST_DAY)}`,
    isAllDay ? `DTSTART;VALUE=DATE:${stamp(start).slice(0, 8)}` : `DTSTART:${stamp(start)}`,
    ...(minutes > 0 ? [`DTEND:${stamp(start + minutes * MINUTE)}`] : []),
    ...folded(`SUMMARY:${text(summary)}`),
    ...(room === null ? [] : [`LOCATION:Platform ${room + 1} - ${venue.name}\\nHamburg`, `GEO:${venue.geo}`]),
    ...more.flatMap(folded),
    // It tells the reader which part of LOCATION is the room, and it rings.
    ...(room === null
      ? []
      : [
          "BEGIN:VALARM",
          "ACTION:DISPLAY",
          "TRIGGER:-PT5M",
          ...folded(`DESCRIPTION:${text(summary)} in Platform ${room + 1} in 5 minutes`),
          "END:VALARM",
        ]),
    "END:VEVENT",
  ];
}

const text = (words: string): string => words.replaceAll(",", "\\,");

/** At most 75 octets a line; no letter takes more than four. */
function folded(line: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of line) {
    if (Buffer.byteLength(piece + letter) > 70) {
      pieces.push(piece);
      piece = " ";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
