import { compactUtc } from "./compact-utc";
import type { EventSession } from "./event-to-session";
import { stableKey } from "./stable-key";

/**
 * The id of each session, in the same order: the UID where only one has it. Else UID, `#` and the start that
 * it has in its series, and where that is still no one's own, a key from title and room, so that the order
 * of the file never decides which star is whose.
 */
export function assignIds(events: readonly EventSession[]): readonly string[] {
  const byUid = countOf(events.map(({ session }) => session.uid));
  const withStart = events.map(({ session, replaces }) =>
    byUid.get(session.uid) === 1 ? session.uid : `${session.uid}#${compactUtc(replaces ?? session.startsAt)}`,
  );
  const byStart = countOf(withStart);
  const taken = new Set<string>();
  const copies = new Map<string, number>();
  return events.map(({ session }, index) => {
    let id = withStart[index] as string;
    if (byStart.get(id) !== 1) id = `${id}#${stableKey([session.title, session.room])}`;
    // From where the last of its like has got to: thousands of the same entry are not counted anew each.
    let copy = copies.get(id) ?? 1;
    let unique = copy === 1 ? id : `${id}#${copy}`;
    for (; taken.has(unique); unique = `${id}#${copy}`) copy++;
    copies.set(id, copy);
    taken.add(unique);
    return unique;
  });
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
