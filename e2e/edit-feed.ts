// Feeds for tests, made of the real one by small edits of its text. Each gives back a whole feed with
// CRLF line ends, folded anew at 75 octets (RFC 5545, 3.1).

const MINUTE = 60_000;

/** The feed with every session `minutes` later (earlier where negative); its alarms are relative and follow. */
export function shiftAll(ics: string, minutes: number): string {
  return editEvents(ics, (lines) => shift(lines, minutes));
}

/** The feed with one session moved; throws where no session has that UID. */
export function moveSession(ics: string, uid: string, minutes: number): string {
  return editSession(ics, uid, (lines) => shift(lines, minutes));
}

/** The feed with one session cancelled, as RFC 5545 has it. */
export function cancelSession(ics: string, uid: string): string {
  return editSession(ics, uid, (lines) => [...lines.slice(0, -1), "STATUS:CANCELLED", ...lines.slice(-1)]);
}

/** The feed with one session in another room of the same venue. */
export function moveRoom(ics: string, uid: string, room: string): string {
  return editSession(ics, uid, (lines) =>
    lines.map((line) => line.replace(/^(LOCATION:).* - /, `$1${room} - `)),
  );
}

/** The feed without one session: how this conference's own calendar cancels. */
export function removeSession(ics: string, uid: string): string {
  return editSession(ics, uid, () => []);
}

/** The feed with one session that ends at `end` (epoch milliseconds). */
export function endSession(ics: string, uid: string, end: number): string {
  return editSession(ics, uid, (lines) =>
    lines.map((line) => (line.startsWith("DTEND") ? `DTEND:${utc(end)}` : line)),
  );
}

/** The feed with a session more, of these lines (unfolded, from BEGIN:VEVENT on). */
export function addSession(ics: string, lines: readonly string[]): string {
  const all = unfolded(ics);
  return `${[...all.slice(0, -1), ...lines, ...all.slice(-1)].map(folded).join("\r\n")}\r\n`;
}

/** The unfolded lines of one session. */
export function linesOf(ics: string, uid: string): readonly string[] {
  let found: readonly string[] = [];
  editSession(ics, uid, (lines) => {
    found = lines;
    return lines;
  });
  return found;
}

/** The feed with the lines of one session put through `edit`; throws where no session has that UID. */
export function editSession(
  ics: string,
  uid: string,
  edit: (lines: readonly string[]) => readonly string[],
): string {
  let found = false;
  const edited = editEvents(ics, (lines) => {
    if (!lines.includes(`UID:${uid}`)) return lines;
    found = true;
    return edit(lines);
  });
  if (!found) throw new Error(`No session has the UID ${uid}.`);
  return edited;
}

/** The feed with each SUMMARY's text (as it is escaped in the feed) put through `retitle`. */
export function retitleAll(ics: string, retitle: (summary: string, index: number) => string): string {
  let index = 0;
  return editEvents(ics, (lines) =>
    lines.map((line) =>
      line.startsWith("SUMMARY:") ? `SUMMARY:${retitle(line.slice("SUMMARY:".length), index++)}` : line,
    ),
  );
}

/** The feed as a generator that stamps each download writes it: every DTSTAMP is new, nothing else is. */
export function touchDtstamps(ics: string, at: Date = new Date()): string {
  return editEvents(ics, (lines) =>
    lines.map((line) => (line.startsWith("DTSTAMP") ? `DTSTAMP:${utc(at.getTime())}` : line)),
  );
}

/** The first half of the feed's text: a download that broke off. */
export function cutInHalf(ics: string): string {
  return ics.slice(0, Math.floor(ics.length / 2));
}

/** The UIDs of the feed's sessions, in its order. */
export function uidsOf(ics: string): string[] {
  return unfolded(ics)
    .filter((line) => line.startsWith("UID:"))
    .map((line) => line.slice("UID:".length));
}

function editEvents(ics: string, edit: (lines: readonly string[]) => readonly string[]): string {
  const out: string[] = [];
  let event: string[] | null = null;
  for (const line of unfolded(ics)) {
    if (line === "BEGIN:VEVENT") event = [];
    (event ?? out).push(line);
    if (line === "END:VEVENT" && event !== null) {
      out.push(...edit(event));
      event = null;
    }
  }
  return `${out.map(folded).join("\r\n")}\r\n`;
}

/** Moves what says when a session is: DTSTART and DTEND, where they are UTC instants. */
function shift(lines: readonly string[], minutes: number): string[] {
  return lines.map((line) =>
    line.replace(/^(DTSTART|DTEND):(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, (_, name, ...parts) => {
      const [year, month, day, hour, minute, second] = parts.slice(0, 6).map(Number) as number[];
      const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
      return `${name}:${utc(at + minutes * MINUTE)}`;
    }),
  );
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

function unfolded(ics: string): string[] {
  const lines = ics.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  return lines.filter((line) => line !== "");
}

function folded(line: string): string {
  let out = "";
  let octets = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (octets + length > 75) {
      out += "\r\n ";
      octets = 1;
    }
    out += character;
    octets += length;
  }
  return out;
}
