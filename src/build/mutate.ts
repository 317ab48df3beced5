/** Numbers from 0 to `below`, whole ones, the same for the same seed: mulberry32. */
export type Draw = (below: number) => number;

export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const LARGEST = 400_000;
const MOST_CHANGES = 8;
/** What a reader may stumble over, put in the place of what stood there. */
const SPLINTERS = [
  "\r\n",
  "\n ",
  "\r\r\n",
  '"',
  ";",
  ":",
  "\\",
  "\u2028",
  "BEGIN:VEVENT\n",
  "END:VEVENT\n",
  "BEGIN:VCALENDAR\n",
  "END:VCALENDAR\n",
  "BEGIN:VALARM\n",
  "DTSTART:99999999T999999Z\n",
  "DURATION:P999999999999999999W\n",
  "RRULE:FREQ=SECONDLY\n",
  "RRULE:FREQ=DAILY;BYDAY=5MO\n",
  "RRULE:FREQ=YEARLY;BYDAY=53SU;BYMONTH=2\n",
  "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYDAY=MO;INTERVAL=999\n",
  "RRULE:FREQ=WEEKLY;COUNT=999999999;INTERVAL=2\n",
  "RDATE:20300101T000000Z/PT1H\n",
  "RECURRENCE-ID:20300101\n",
  "TZID:\n",
  "0000",
  "-",
  "99999999999",
  "<br><a href=",
  "&#x110000;",
];
const encoder = new TextEncoder();

/** A broken version of one of these feeds, by bit flips, cuts, splices, repeats and splinters. */
export function mutate(feeds: readonly Uint8Array[], draw: Draw): Uint8Array {
  const pick = () => feeds[draw(feeds.length)] ?? new Uint8Array();
  let bytes = pick();
  for (let left = 1 + draw(MOST_CHANGES); left > 0; left--) {
    bytes = changed(bytes, pick, draw);
    if (bytes.length > LARGEST) bytes = bytes.slice(0, LARGEST);
  }
  return bytes;
}

function changed(bytes: Uint8Array, pick: () => Uint8Array, draw: Draw): Uint8Array {
  const at = draw(bytes.length + 1);
  switch (draw(8)) {
    case 0:
      return flipped(bytes, draw);
    case 1:
      return draw(2) === 0 ? bytes.slice(0, at) : bytes.slice(at);
    case 2:
      return joined(bytes.slice(0, at), bytes.slice(at + draw(200)));
    case 3: {
      const other = pick();
      return joined(bytes.slice(0, at), other.slice(draw(other.length + 1)));
    }
    case 4: {
      const part = bytes.slice(at, at + draw(400));
      return joined(bytes.slice(0, at), ...Array<Uint8Array>(1 + draw(12)).fill(part), bytes.slice(at));
    }
    case 5:
      return withLine(bytes, at, lineOf(pick(), draw));
    case 6:
      return joined(bytes.slice(0, at), Uint8Array.of(draw(256)), bytes.slice(at + draw(3)));
    default:
      return withLine(bytes, at, encoder.encode(SPLINTERS[draw(SPLINTERS.length)] ?? ""));
  }
}

function flipped(bytes: Uint8Array, draw: Draw): Uint8Array {
  const copy = bytes.slice();
  for (let left = 1 + draw(16); left > 0 && copy.length > 0; left--) {
    const at = draw(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << draw(8));
  }
  return copy;
}

/** At the next line's beginning in half of all cases, where it means something. */
function withLine(bytes: Uint8Array, at: number, line: Uint8Array): Uint8Array {
  const end = bytes.indexOf(10, at);
  const from = at % 2 === 0 && end >= 0 ? end + 1 : at;
  return joined(bytes.slice(0, from), line, bytes.slice(from));
}

function lineOf(bytes: Uint8Array, draw: Draw): Uint8Array {
  const from = bytes.indexOf(10, draw(bytes.length + 1)) + 1;
  const end = bytes.indexOf(10, from);
  return bytes.slice(from, end < 0 ? undefined : end + 1);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
