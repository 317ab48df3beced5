import type { Session } from "./session";

/**
 * Pairs sessions that are gone with new ones that are the same made again under another UID: of one title, day
 * and room. Only where exactly one of each has them: of two alike nobody knows which is which.
 */
export function matchAgain(
  gone: readonly Session[],
  fresh: readonly Session[],
): readonly (readonly [before: Session, now: Session])[] {
  const before = byFace(gone);
  const now = byFace(fresh);
  return [...before].flatMap(([face, [one, ...more]]) => {
    const [same, ...others] = now.get(face) ?? [];
    return one && same && more.length + others.length === 0 ? [[one, same] as const] : [];
  });
}

function byFace(sessions: readonly Session[]): ReadonlyMap<string, readonly Session[]> {
  const found = new Map<string, Session[]>();
  for (const session of sessions) {
    const face = JSON.stringify([session.title, session.day, session.room]);
    const alike = found.get(face);
    if (alike) alike.push(session);
    else found.set(face, [session]);
  }
  return found;
}
