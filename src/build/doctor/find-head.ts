import { dayName } from "../../domain/say-time";
import { sessionCount } from "../../domain/session";
import { DAY } from "../../domain/time";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding, THE_FEED } from "./finding";

/** From a megabyte on the app has a worker read even what has not changed. */
const LARGE = 1_000_000;
/** What the reader calls a feed that says no name. */
const NAMELESS = "Conference";

/** What is true of the feed as a whole. */
export function findHead(feed: Examined): readonly Finding[] {
  const { conference, cutOff, asksTimeZone, size, now } = feed;
  const found: Finding[] = [];
  const tell = (code: Parameters<typeof finding>[0], reason: string) =>
    found.push(finding(code, THE_FEED, reason));
  if (cutOff) tell("cut-off", "The line END:VCALENDAR is missing.");
  if (asksTimeZone) tell("no-time-zone", "Its times are shown in UTC.");
  if (conference.name === NAMELESS) tell("no-name", "It has neither NAME nor X-WR-CALNAME.");
  if (conference.refreshEvery === null)
    tell("no-refresh-interval", "It has no line REFRESH-INTERVAL that can be read.");
  if (size > LARGE) {
    const megabytes = (size / 1_000_000).toFixed(1);
    tell("large", `It has ${megabytes} MB for ${sessionCount(conference.sessions.length)}.`);
  }
  const ended = conference.sessions.reduce(
    (last, { endsAt }) => Math.max(last, endsAt),
    Number.NEGATIVE_INFINITY,
  );
  const lastDay = conference.sessions.at(-1)?.day ?? "";
  if (now - ended > DAY) tell("past", `Its last day was ${dayName(lastDay)} ${lastDay.slice(0, 4)}.`);
  return found;
}

/** Sessions that the feed itself calls cancelled. */
export function findCancelled(feed: Examined): readonly Finding[] {
  return feed.conference.sessions
    .filter(({ status }) => status === "CANCELLED")
    .map((session) => finding("cancelled", placeOf(feed, session), "Its STATUS is CANCELLED."));
}
