import { dayName } from "../../domain/say-time";
import type { Session } from "../../domain/session";
import { type Examined, placeOf } from "./examined";
import { type Finding, finding } from "./finding";
import { hoursWords } from "./words";

const MOST_NAMED = 12;

/** Each session that the app shows in parts, with the day and time of every part. */
export function findParts(feed: Examined): readonly Finding[] {
  const { sessions, timeZone } = feed.conference;
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    if (!session.part) continue;
    const key = [session.day, session.kind, session.room ?? "", session.title].join("\n");
    const group = groups.get(key);
    if (group) group.push(session);
    else groups.set(key, [session]);
  }
  return [...groups.values()].map((parts) => {
    const [first] = parts as [Session];
    const words = parts.slice(0, MOST_NAMED).map((part) => {
      const { line } = placeOf(feed, part);
      return `part ${part.part?.number} ${hoursWords(part, timeZone)}${line === null ? "" : ` (line ${line})`}`;
    });
    const more = parts.length > MOST_NAMED ? ` and ${parts.length - MOST_NAMED} more` : "";
    return finding("parts", placeOf(feed, first), `${dayName(first.day)}: ${words.join(", ")}${more}.`);
  });
}
