interface Location {
  readonly room: string | null;
  readonly venue: string | null;
  readonly city: string | null;
}

interface LocationSource {
  /** LOCATION, unescaped. */
  readonly location: string;
  /** SUMMARY as the feed has it. */
  readonly summary: string;
  /** DESCRIPTION of each VALARM. */
  readonly alarmTexts: readonly string[];
  readonly prodid: string;
}

/** The generator that writes `room - venue`, city and country on a line each, or the city alone. */
const GENERATOR = /HasGeek|Funnel/i;
const SEPARATOR = " - ";
const ALARM_REST = /^(?: in (.+))? in \d+ (?:minutes?|hours?)$/s;

/**
 * Where a session is. LOCATION's first line is the room, unless the alarm's text or the generator shows
 * that it reads `room - venue` (split at the last such mark: rooms hold it too) or a city without a room.
 */
export function readLocation(source: LocationSource): Location {
  const [first = "", second = null] = source.location
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (first === "") return { room: null, venue: null, city: null };

  const told = roomOfAlarms(source);
  if (told?.room && first.startsWith(told.room + SEPARATOR)) return split(first, told.room.length, second);
  const generated = GENERATOR.test(source.prodid);
  const last = first.lastIndexOf(SEPARATOR);
  if (generated && last > 0) return split(first, last, second);
  const noRoom = told ? told.room === null : generated;
  if (noRoom && last < 0 && (generated || second === null)) return { room: null, venue: null, city: first };
  return { room: first, venue: null, city: null };
}

const split = (line: string, at: number, city: string | null): Location => ({
  room: line.slice(0, at).trim(),
  venue: line.slice(at + SEPARATOR.length).trim() || null,
  city,
});

/**
 * What the alarms say of the room: "`SUMMARY` in `room` in 5 minutes", or "`SUMMARY` in 5 minutes" where
 * there is none. Only what stands beyond the exact SUMMARY counts, since titles hold " in " as well.
 */
function roomOfAlarms({ summary, alarmTexts }: LocationSource): { readonly room: string | null } | null {
  if (summary === "") return null;
  for (const text of alarmTexts) {
    if (!text.startsWith(summary)) continue;
    const rest = ALARM_REST.exec(text.slice(summary.length).trimEnd());
    if (rest) return { room: rest[1]?.trim() || null };
  }
  return null;
}
