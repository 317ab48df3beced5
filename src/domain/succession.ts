import { type Change, changeBetween, type Told } from "./change";
import type { Conference, ConferenceDetails } from "./conference";
import { matchAgain } from "./match-again";
import type { Details, Session } from "./session";

/** A conference with its long texts. */
export interface Edition {
  readonly conference: Conference;
  readonly details: ConferenceDetails;
}

/** How one state of a conference follows another. */
export interface Succession extends Edition {
  /** By session, in the order of the schedule; what is gone comes last. */
  readonly changes: readonly Change[];
}

/** What the attendee has said of which sessions. */
export interface Said {
  readonly starred: ReadonlySet<string>;
  /** Those with a note or a mark: they are kept like starred ones, but nothing more is told of them. */
  readonly spokenOf: ReadonlySet<string>;
}

/** No more than this is remembered of what is gone and nothing was said of, and of earlier ids. */
const MOST = 200;

/**
 * What becomes of a saved state when a feed's new one arrives at `now` (epoch milliseconds): the new one,
 * with what it no longer holds kept as cancelled while the attendee has said something of it or it lies ahead, and with the earlier ids
 * of what was made again. New descriptions are told of starred sessions alone.
 */
export function succeed(
  saved: Edition,
  arrived: Edition,
  { starred, spokenOf }: Said,
  now: number,
): Succession {
  const before = known(saved);
  const { sessions } = arrived.conference;
  const here = new Map(sessions.map((session) => [session.id, session]));
  const missing = [...before.values()].map(({ session }) => session).filter(({ id }) => !here.has(id));
  const fresh = sessions.filter(({ id }) => !before.has(id));
  const again = matchAgain(missing, fresh);

  const earlier = new Map(again.map(([old, session]) => [session.id, old.id]));
  const madeAgain = new Set(again.map(([old]) => old.id));
  const gone = missing.filter(({ id }) => !madeAgain.has(id));
  const wanted = spokenOf.size === 0 ? starred : new Set([...starred, ...spokenOf]);
  const keeps = (session: Session) => wanted.has(session.id) || session.endsAt > now;
  const kept = capped(gone.filter(keeps), wanted).map((session): Session => asGone(session, now));
  const renamed = renamedIn(saved.conference, again, here);

  const changes = sessions.map((session) =>
    changeBetween(before.get(earlier.get(session.id) ?? session.id), told(session, arrived.details)),
  );
  const lost = gone
    .filter(({ goneAt }) => goneAt === undefined)
    .map((session) => changeBetween({ session }, undefined));
  const goneDetails = kept.flatMap(({ id }) => {
    const details = before.get(id)?.details;
    return wanted.has(id) && details ? [[id, details] as const] : [];
  });
  return {
    conference: {
      ...arrived.conference,
      ...(kept.length > 0 && { gone: kept }),
      ...(renamed.length > 0 && { renamed }),
    },
    details: {
      ...arrived.details,
      ...(goneDetails.length > 0 && { gone: Object.fromEntries(goneDetails) }),
    },
    changes: [...changes, ...lost].flatMap((change) => worthTelling(change, starred, earlier)),
  };
}

/** All that a saved state knows: what it holds, and what it once held. */
function known({ conference, details }: Edition): ReadonlyMap<string, Told> {
  const gone = (conference.gone ?? []).map((session): Told => {
    return { session, details: ownDetails(details.gone, session.id) };
  });
  const held = conference.sessions.map((session) => told(session, details));
  return new Map([...gone, ...held].map((entry) => [entry.session.id, entry]));
}

function told(session: Session, details: ConferenceDetails): Told {
  return { session, details: ownDetails(details.sessions, session.id) };
}

/** An id may be any text, `__proto__` too. */
function ownDetails(all: Readonly<Record<string, Details>> | undefined, id: string): Details | undefined {
  return all && Object.hasOwn(all, id) ? all[id] : undefined;
}

function asGone(session: Session, now: number): Session {
  return session.goneAt === undefined ? { ...session, status: "CANCELLED", goneAt: now } : session;
}

/** The wanted ones, and of the others those that come next. */
function capped(gone: readonly Session[], wanted: ReadonlySet<string>): readonly Session[] {
  const inOrder = [...gone].sort((a, b) => a.startsAt - b.startsAt);
  const others = new Set(inOrder.filter(({ id }) => !wanted.has(id)).slice(0, MOST));
  return inOrder.filter((session) => wanted.has(session.id) || others.has(session));
}

/** Earlier ids, those of before too, each with the id of today; none that the feed uses itself. */
function renamedIn(
  { renamed = [] }: Conference,
  again: readonly (readonly [Session, Session])[],
  here: ReadonlyMap<string, Session>,
): readonly (readonly [string, string])[] {
  const latest = new Map(again.map(([old, session]) => [old.id, session.id]));
  const all = new Map(renamed.map(([old, today]) => [old, latest.get(today) ?? today]));
  for (const [old, today] of latest) all.set(old, today);
  return [...all].filter(([old]) => !here.has(old)).slice(-MOST);
}

function worthTelling(
  change: Change | null,
  starred: ReadonlySet<string>,
  earlier: ReadonlyMap<string, string>,
): readonly Change[] {
  if (!change) return [];
  const { sessionId } = change;
  if (starred.has(sessionId) || starred.has(earlier.get(sessionId) ?? sessionId)) return [change];
  const aspects = change.aspects.filter(({ is }) => is !== "details");
  return aspects.length === 0 ? [] : [{ ...change, aspects }];
}
