import type { Visit } from "./access-log";

/** What is known of one attendee, and of a crowd of them. */
interface CrowdFigures {
  readonly first: Visit;
  readonly back: Visit;
  readonly refresh: Visit;
  /** Refreshes by the clock in a day of a conference, of an app that lies open all day. */
  readonly refreshes: number;
  readonly crowds: readonly {
    readonly attendees: number;
    /** Where all come in the five minutes before the keynote, and in ten seconds of them. */
    readonly minutes: Storms;
    readonly seconds: Storms;
  }[];
}

/** Requests for the schedule in the busiest second. */
interface Storms {
  readonly opening: number;
  /** After that, by the app's own clock. */
  readonly later: number;
  /** The same, if chance had no say. */
  readonly together: number;
}

/** How often an attendee comes back in a day. */
const RETURNS = 12;

const HEADS = [
  "attendees",
  "first visit",
  `${RETURNS} returns`,
  "a day of refreshes",
  "opened within 5 min: peak/s",
  "if all are new",
  "their refreshes: peak/s (without chance)",
  "within 10 s: peak/s",
  "their refreshes",
];

/** One table of requests and bytes, in Markdown. */
export function crowdTable({ first, back, refresh, refreshes, crowds }: CrowdFigures): string {
  const cost = (visit: Visit, times: number) =>
    `${count(visit.requests * times)}, ${volume(visit.bytes * times)}`;
  const refreshed = ({ later, together }: Storms) =>
    `${count(later * refresh.requests)} (${count(together * refresh.requests)})`;
  const lines = crowds.map(({ attendees, minutes, seconds }) => [
    attendees.toLocaleString("en-GB"),
    cost(first, attendees),
    cost(back, RETURNS * attendees),
    cost(refresh, refreshes * attendees),
    count(minutes.opening * back.requests),
    `${count(minutes.opening * first.requests)}, ${volume(minutes.opening * first.bytes)}/s`,
    refreshed(minutes),
    count(seconds.opening * back.requests),
    refreshed(seconds),
  ]);
  return [HEADS, HEADS.map(() => "---:"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** "1.2 million", "45,000", "12" */
export function count(number: number): string {
  if (number >= 999_500) return `${round(number / 1e6)} million`;
  return round(number);
}

/** Octets in the units of those who sell them: "1.2 GB". */
export function volume(bytes: number): string {
  const [unit, size] = (
    [
      ["TB", 1e12],
      ["GB", 1e9],
      ["MB", 1e6],
      ["kB", 1e3],
    ] as const
  ).find(([, size]) => bytes >= size) ?? ["B", 1];
  return `${round(bytes / size)} ${unit}`;
}

/** Three digits that mean something. */
function round(number: number): string {
  return Number(number.toPrecision(3)).toLocaleString("en-GB");
}
