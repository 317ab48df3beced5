import type { Session } from "../../domain/session";
import { DAY } from "../../domain/time";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { spanWords } from "./words";

/** So much time without a session parts a conference from what is not of it. */
const GAP = 14 * DAY;
/** Only a feed whose sessions lie so close together is a conference rather than a club's calendar. */
const MOST_PART = 0.8;
const FEWEST = 5;
const LONGEST = 31 * DAY;

/** Sessions weeks away from the days on which nearly all others are; where there are no such days, none. */
export function findOutliers(feed: Examined): readonly Finding[] {
  const { sessions, timeZone } = feed.conference;
  const clusters = clustersOf(sessions);
  const main = clusters.reduce<readonly Session[]>((a, b) => (b.length > a.length ? b : a), []);
  const [first, last] = [main[0], main.at(-1)];
  if (!first || !last || main.length < FEWEST || main.length < sessions.length * MOST_PART) return [];
  if (last.startsAt - first.startsAt > LONGEST) return [];
  return clusters
    .filter((cluster) => cluster !== main)
    .flat()
    .map((session) => {
      const year = session.day.slice(0, 4);
      return finding(
        "far-outside",
        placeOf(feed, session),
        `It is on ${spanWords(session, timeZone)} (${year}).`,
      );
    });
}

function clustersOf(sessions: readonly Session[]): readonly (readonly Session[])[] {
  const clusters: Session[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const session of sessions) {
    if (session.startsAt - before > GAP) clusters.push([]);
    clusters.at(-1)?.push(session);
    before = session.startsAt;
  }
  return clusters;
}
