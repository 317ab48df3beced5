import type { AgendaDay } from "./agenda";
import type { Transfer } from "./transfer";

/** The way to each starred session that has one, by its id. */
export function waysOf(days: readonly AgendaDay[]): ReadonlyMap<string, Transfer> {
  const ways = new Map<string, Transfer>();
  for (const { entries } of days) {
    let way: Transfer | null = null;
    for (const entry of entries) {
      if (entry.is === "transfer") way = entry.transfer;
      const first = entry.is === "session" ? entry.session : entry.is === "clash" && entry.group.sessions[0];
      if (way && first) {
        ways.set(first.id, way);
        way = null;
      }
    }
  }
  return ways;
}
