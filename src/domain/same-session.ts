import type { Session } from "./session";

/** True where two values of a feed's rows are the same, however deep. */
function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const [before, after] = [Object.entries(one), Object.entries(other)];
  if (before.length !== after.length) return false;
  return after.every(([name, value]) => sameValue((one as Record<string, unknown>)[name], value));
}

/**
 * Sessions of a new state of a conference, each as the object of before wherever it says the same; all of
 * `before` where all of them do. A refresh brings every session anew, and what is drawn of them hangs on this.
 */
export function keptSessions(before: readonly Session[], after: readonly Session[]): readonly Session[] {
  if (before === after || before.length === 0) return after;
  const known = new Map(before.map((session) => [session.id, session]));
  const kept = after.map((session) => {
    const old = known.get(session.id);
    return old && sameValue(old, session) ? old : session;
  });
  const isAll = kept.length === before.length && kept.every((session, index) => session === before[index]);
  return isAll ? before : kept;
}
