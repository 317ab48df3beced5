const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The name of a made-up conference, the same each year. */
export const YEARLY = "Yearly Days";

/** Its first day in a year that is over by any clock of today, and in the one after it. */
export const LAST_YEAR = Date.now() - 200 * DAY;
export const THIS_YEAR = Date.now() + 165 * DAY;

/** Sessions of its feed, whose UIDs count alike every year. */
const titlesOf = (words: string) => [1, 2, 3, 4].map((number) => `${words} ${number}`);

/** The feed of one year: four sessions of these words, an hour each. */
export function yearOf(words: string, at: number, name = YEARLY): string {
  const start = Math.floor(at / DAY) * DAY + 9 * HOUR;
  const events = titlesOf(words).flatMap((title, index) => [
    "BEGIN:VEVENT",
    `UID:${index + 1}@yearly.example`,
    "DTSTAMP:20200101T000000Z",
    `DTSTART:${utc(start + index * HOUR)}`,
    `DTEND:${utc(start + (index + 1) * HOUR)}`,
    `SUMMARY:${title}`,
    "END:VEVENT",
  ]);
  const lines = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up", `NAME:${name}`, "X-WR-TIMEZONE:UTC"],
    ...events,
    ...["END:VCALENDAR", ""],
  ];
  return lines.join("\r\n");
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
