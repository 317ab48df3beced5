const ROOMS = 30;
const DAYS = 3;
const QUARTER = 15 * 60_000;
/** 21 May 2030 at eight in Greenwich; every day begins at that hour. */
const FIRST = Date.UTC(2030, 4, 21, 8);
const SUBJECTS = ["harbours", "signals", "ledgers", "canopies", "turbines", "glaciers", "orchards"];
const CLAIMS = [
  "in the open",
  "as they are run",
  "without a schedule, for people who wait and for those who do not",
];
/** The title of a session of a large feed, by its number from 0. */
export function largeTitle(index: number): string {
  const subject = SUBJECTS[index % SUBJECTS.length] ?? "";
  return `Session ${index + 1} on ${subject} ${CLAIMS[(index * 5) % CLAIMS.length] ?? ""}`;
}

/** A conference of three days and thirty rooms, a session in each every quarter of an hour, as iCalendar text. */
export function largeFeed(sessions = 5000, text = "Notes from the field."): string {
  const perDay = Math.ceil(sessions / DAYS);
  const events = Array.from({ length: sessions }, (_, index) => {
    const [day, place] = [Math.floor(index / perDay), index % perDay];
    const at = FIRST + day * 24 * 60 * 60_000 + Math.floor(place / ROOMS) * QUARTER;
    return [
      "BEGIN:VEVENT",
      `UID:s${index}@large.example`,
      "DTSTAMP:20300101T000000Z",
      `DTSTART:${utc(at)}`,
      `DTEND:${utc(at + QUARTER)}`,
      `SUMMARY:${largeTitle(index)}`,
      `LOCATION:Room ${(place * 7) % ROOMS}`,
      `CATEGORIES:Track ${index % 12}`,
      `DESCRIPTION:${text}`,
      "END:VEVENT",
    ].join("\r\n");
  });
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//large//EN", "X-WR-CALNAME:Large"];
  return `${[...head, "X-WR-TIMEZONE:Etc/UTC", ...events, "END:VCALENDAR"].join("\r\n")}\r\n`;
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
