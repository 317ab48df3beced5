/** One session of a made-up feed; its text as it stands in the feed. */
interface MadeUp {
  readonly title: string;
  readonly description?: string;
  readonly location?: string;
  readonly categories?: string;
}

const START = Date.UTC(2030, 4, 21, 9);
const HALF_HOUR = 30 * 60_000;

/** A feed of made-up sessions, half an hour each, forty at a time; long lines are left unfolded. */
export function feedOf(sessions: readonly MadeUp[]): string {
  const events = sessions.flatMap(({ title, description, location, categories }, index) => {
    const at = START + Math.floor(index / 40) * HALF_HOUR;
    return [
      "BEGIN:VEVENT",
      `UID:made-up-${index}@feed.example`,
      "DTSTAMP:20300101T000000Z",
      `DTSTART:${utc(at)}`,
      `DTEND:${utc(at + HALF_HOUR)}`,
      `SUMMARY:${title}`,
      ...(description ? [`DESCRIPTION:${description}`] : []),
      ...(location ? [`LOCATION:${location}`] : []),
      ...(categories ? [`CATEGORIES:${categories}`] : []),
      "END:VEVENT",
    ];
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up", ...events, "END:VCALENDAR", ""].join("\r\n");
}

function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
