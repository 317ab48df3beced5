import { isBreak, type Session } from "../domain/session";

/**
 * Numbers the parts of what a break has cut apart: sessions (no breaks) of one title, kind and room on one
 * day. Takes them in order of time and keeps that order.
 */
export function numberParts(sessions: readonly Session[]): readonly Session[] {
  const sizes = new Map<string, number>();
  const numbers = sessions.map((session) => {
    const number = (sizes.get(keyOf(session)) ?? 0) + 1;
    sizes.set(keyOf(session), number);
    return number;
  });
  return sessions.map((session, index) => {
    const of = sizes.get(keyOf(session)) ?? 1;
    return of === 1 || isBreak(session) ? session : { ...session, part: { number: numbers[index] ?? 1, of } };
  });
}

const keyOf = ({ title, kind, room, day }: Session): string => [day, kind, room ?? "", title].join("\n");
