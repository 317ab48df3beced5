import type { Conference } from "./conference";
import { keptSessions } from "./same-session";
import type { Session } from "./session";

/** How one state of a conference comes out of another, in few bytes where little has changed. */
export interface ConferencePatch {
  readonly rest: Omit<Conference, "sessions">;
  /** Where each session stood in the state before; -1 stands for the next one of `fresh`. */
  readonly places: Int32Array;
  readonly fresh: readonly Session[];
}

/** More sessions than this that are not as before are sooner read than told. */
const MOST = 200;

/** What makes `after` of `before`; null where too much is another. */
export function patchBetween(before: Conference, after: Conference): ConferencePatch | null {
  const { sessions, ...rest } = after;
  const kept = keptSessions(before.sessions, sessions);
  const places = new Map(before.sessions.map((session, place) => [session, place]));
  const fresh = kept.filter((session) => !places.has(session));
  if (fresh.length > MOST) return null;
  return { rest, fresh, places: Int32Array.from(kept, (session) => places.get(session) ?? -1) };
}

/** The state after `before`. Sessions that say the same are the same objects. */
export function patched(before: Conference, { rest, places, fresh }: ConferencePatch): Conference {
  const left = fresh.values();
  const sessions: Session[] = [];
  for (const place of places) {
    const session = before.sessions[place] ?? left.next().value;
    if (session) sessions.push(session);
  }
  return { ...rest, sessions };
}
