import { type Lane, lanesOfDay } from "./lanes";
import { isBreak, isHeld, type Session } from "./session";

/** How far a conference has come. */
export type Stage = "before" | "during" | "over";

/**
 * The stage at `now`, by the sessions that are held at a time; where all of them last the whole day, by these.
 * A conference without any is over.
 */
export function stageOf(sessions: readonly Session[], now: number): Stage {
  const { first, last } = spans.get(sessions) ?? spanOf(sessions);
  if (now >= last) return "over";
  return now < first ? "before" : "during";
}

/** From the first moment of a conference to its last, epoch milliseconds. */
interface Span {
  readonly first: number;
  readonly last: number;
}

// It is asked with each tick of the clock and at every star, and does not change between two refreshes.
const spans = new WeakMap<readonly Session[], Span>();

function spanOf(sessions: readonly Session[]): Span {
  // A dinner with friends is not the conference.
  const ofFeed = sessions.filter(({ own }) => !own);
  const timed = ofFeed.filter(isHeld);
  const held = timed.length > 0 ? timed : ofFeed.filter(({ status }) => status !== "CANCELLED");
  const last = held.reduce((latest, { endsAt }) => Math.max(latest, endsAt), 0);
  const span = { first: held[0]?.startsAt ?? 0, last };
  spans.set(sessions, span);
  return span;
}

/** What is on in one room, and what comes there next. */
export interface RoomNow {
  /** Null for what the schedule puts in no room. */
  readonly lane: Lane | null;
  readonly on: readonly Session[];
  /** All that begin together. */
  readonly next: readonly Session[];
}

export interface NowNext {
  /** Breaks that are on, in whatever room. */
  readonly breaks: readonly Session[];
  /** In the order of the rooms; rooms with nothing more to come on this day are left out. */
  readonly rooms: readonly RoomNow[];
}

/** Now and next, room by room, among the sessions of one conference day. */
export function nowNext(
  ofDay: readonly Session[],
  allLanes: ReadonlyMap<string, Lane>,
  now: number,
): NowNext {
  const held = ofDay.filter((session) => isHeld(session) && session.endsAt > now);
  const isOn = ({ startsAt, endsAt }: Session) => startsAt <= now && now < endsAt;
  const talks = held.filter((session) => !isBreak(session));
  const inRoom = (lane: Lane | null): RoomNow => {
    const here = talks.filter(({ room }) => (lane ? room === lane.room : room === null));
    const coming = here.filter(({ startsAt }) => startsAt > now);
    return {
      lane,
      on: here.filter(isOn),
      next: coming.filter(({ startsAt }) => startsAt === coming[0]?.startsAt),
    };
  };
  const rooms = [...lanesOfDay(talks, allLanes), null].map(inRoom);
  return {
    breaks: held.filter((session) => isBreak(session) && isOn(session)),
    rooms: rooms.filter(({ on, next }) => on.length + next.length > 0),
  };
}

/** How much of a session has passed at `now`, from 0 to 1. */
export function passedShare({ startsAt, endsAt }: Session, now: number): number {
  if (endsAt <= startsAt) return 1;
  return Math.min(1, Math.max(0, (now - startsAt) / (endsAt - startsAt)));
}
