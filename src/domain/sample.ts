import type { Conference } from "./conference";
import { bareSession, type Session } from "./session";
import { MINUTE } from "./time";

/** A made-up session for tests: half an hour at noon UTC on 21 May 2030 in hall H, one alarm 5 min before. */
export function sampleSession(over: Partial<Session> = {}): Session {
  const startsAt = over.startsAt ?? Date.parse("2030-05-21T12:00:00Z");
  return bareSession({
    id: "s1",
    title: "Sharpening pencils",
    startsAt,
    endsAt: startsAt + 30 * MINUTE,
    day: "2030-05-21",
    room: "Hall H",
    alarms: [{ related: "start", offset: -5 * MINUTE }],
    ...over,
  });
}

/** A made-up conference of these sessions. */
export function sampleConference(sessions: readonly Session[]): Conference {
  return { name: "Pencil Days", description: "", timeZone: "Europe/Oslo", refreshEvery: null, sessions };
}
