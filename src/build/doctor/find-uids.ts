import type { Examined } from "./examined";
import { type Finding, finding } from "./finding";
import type { EventLine } from "./scan-events";

/** Events without a UID, and events (exceptions of a series apart) that share theirs with an earlier one. */
export function findUids({ events, eventOf }: Pick<Examined, "events" | "eventOf">): readonly Finding[] {
  const shown = new Set(eventOf.values());
  const first = new Map<string, EventLine>();
  const seen = new Set<string>();
  return events.flatMap((event) => {
    const { uid, line, title, start, replaces } = event;
    if (!shown.has(event)) return [];
    const place = { line, where: title || "Untitled" };
    if (uid === "") return [finding("no-uid", place, "It has no UID line.")];
    if (replaces) return [];
    const known = first.get(uid);
    // One that is in the feed twice is told as that.
    const same = `${uid}\n${title}\n${start}`;
    const isTwice = seen.has(same);
    seen.add(same);
    if (known === undefined) first.set(uid, event);
    if (known === undefined || isTwice) return [];
    return [finding("repeated-uid", place, `It has the UID of “${known.title}” (line ${known.line}).`)];
  });
}
