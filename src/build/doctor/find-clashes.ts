import type { Session } from "../../domain/session";
import { type Examined, isOn, named, placeOf } from "./examined";
import { isFarLonger } from "./find-lengths";
import { type Finding, finding } from "./finding";
import { isOpenWord, spanWords } from "./words";

/** From here on a room with so many clashes, and in so large a part of its sessions, is no single room. */
const MANY = 5;
const LARGE_PART = 1 / 3;
/** A block such as “Lightning talks” holds at least two others, none longer than half of it. */
const LEAST_HELD = 2;
const LARGEST_HELD = 1 / 2;

/** Where people come and go: it may be on beside anything. */
const OPEN_DOORS =
  /\b(?:exhibit(?:s|ion|ors?)?|expo|posters?|desk|lounge|office hours|happy hour|reception|party|social|networking|registration|check-?in|coffee|breakfast|lunch|dinner)\b/i;

interface Overlap {
  readonly session: Session;
  readonly other: Session;
}

/**
 * Sessions that are in one room at the same time: half-open intervals, one finding for each session that begins
 * while another is on. Breaks, cancelled and all-day sessions, open doors, blocks that hold their own talks, and sessions that
 * are in the feed twice are no clash.
 */
export function findClashes(feed: Examined): readonly Finding[] {
  const tooLong = isFarLonger(feed.conference.sessions);
  const rooms = new Map<string, Session[]>();
  for (const session of feed.conference.sessions) {
    const { room, venue, allDay, startsAt, endsAt } = session;
    if (room === null || isOpenWord(room) || allDay || startsAt === endsAt) continue;
    if (!isOn(session) || tooLong(session) || OPEN_DOORS.test(session.title)) continue;
    const held = rooms.get(`${venue}\n${room}`);
    if (held) held.push(session);
    else rooms.set(`${venue}\n${room}`, [session]);
  }
  return [...rooms.values()].flatMap((sessions) => {
    const overlaps = overlapsIn(sessions);
    if (overlaps.length >= MANY && overlaps.length > sessions.length * LARGE_PART) {
      return [crowded(feed, sessions, overlaps)];
    }
    return overlaps.map(({ session, other }) => clash(feed, session, other));
  });
}

function clash(feed: Examined, session: Session, other: Session): Finding {
  const { timeZone } = feed.conference;
  const both = {
    startsAt: session.startsAt,
    endsAt: Math.min(session.endsAt, other.endsAt),
    allDay: false,
    day: session.day,
  };
  const reason = `It overlaps ${named(feed, other)} in ${session.room}, ${spanWords(both, timeZone)}.`;
  return finding("clash", placeOf(feed, session), reason);
}

function crowded(feed: Examined, sessions: readonly Session[], overlaps: readonly Overlap[]): Finding {
  const { room } = sessions[0] as Session;
  const { line } = placeOf(feed, (overlaps[0] as Overlap).session);
  const reason = `${overlaps.length} of its ${sessions.length} sessions begin while another one is on.`;
  return finding("crowded-room", { line, where: room ?? "" }, reason);
}

/** The sessions of a room (in order of start) that begin while another is on, each with the one that ends last. */
function overlapsIn(sessions: readonly Session[]): readonly Overlap[] {
  const found: Overlap[] = [];
  let cover: Session | null = null;
  let held: Session[] = [];
  const close = () => {
    const block = cover;
    if (block === null) return;
    if (isBlock(block, held)) found.push(...overlapsAmong(held));
    else
      found.push(...held.filter((one) => !isTwice(one, block)).map((session) => ({ session, other: block })));
  };
  for (const session of longestFirst(sessions)) {
    if (cover !== null && session.endsAt <= cover.endsAt) {
      held.push(session);
      continue;
    }
    close();
    if (cover !== null && session.startsAt < cover.endsAt) found.push({ session, other: cover });
    [cover, held] = [session, []];
  }
  close();
  return found;
}

/** The same without any block: what lies inside of a block is not looked into once more. */
function overlapsAmong(sessions: readonly Session[]): readonly Overlap[] {
  const found: Overlap[] = [];
  let last: Session | null = null;
  for (const session of sessions) {
    if (last !== null && session.startsAt < last.endsAt && !isTwice(session, last)) {
      found.push({ session, other: last });
    }
    if (last === null || session.endsAt > last.endsAt) last = session;
  }
  return found;
}

const lengthOf = ({ startsAt, endsAt }: Session): number => endsAt - startsAt;

const isBlock = (block: Session, held: readonly Session[]): boolean =>
  held.length >= LEAST_HELD && held.every((one) => lengthOf(one) <= lengthOf(block) * LARGEST_HELD);

const isTwice = (one: Session, other: Session): boolean =>
  one.title === other.title && one.startsAt === other.startsAt;

const longestFirst = (sessions: readonly Session[]): readonly Session[] =>
  [...sessions].sort((a, b) => a.startsAt - b.startsAt || b.endsAt - a.endsAt);
