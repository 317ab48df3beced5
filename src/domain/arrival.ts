import type { Conference } from "./conference";
import { matchAgain } from "./match-again";
import type { Session } from "./session";
import { inEnglish } from "./speech";
import { HOUR } from "./time";

/** Fewer lost sessions than this are an organiser's edit, in however small a programme. */
const LOSS = 4;

/** No session of a programme takes as long as this. */
const LONG = 20 * HOUR;

/**
 * Why an arrived state of a conference must not take the place of the saved one unasked, one sentence in
 * English as it is kept; null where it may. `now` (epoch milliseconds) says what is still to come: losing that
 * counts, and only where all is over, losing the past. While nobody has planned by the saved one (`isUnread`),
 * another takes its place whatever it is, unless it is empty.
 */
export function doubtAbout(
  saved: Conference,
  arrived: Conference,
  now: number,
  isUnread = false,
): string | null {
  const stay = staying(saved.sessions, arrived.sessions);
  const [only, ...others] = arrived.sessions;
  const isEmpty = !only || (others.length === 0 && !stay.has(only.id) && isWhole(only, arrived));
  if (isEmpty && saved.sessions.length > 1)
    return inEnglish("The schedule that arrived holds no sessions any more.");
  if (isUnread) return null;
  const [first, ...rest] = saved.sessions;
  // A conference whose schedule is still to come stands in its feed as one entry.
  if (!first || (rest.length === 0 && isWhole(first, saved))) return null;
  if (stay.size === 0 && sameText(saved.name) !== sameText(arrived.name))
    return inEnglish("What arrived is another conference’s schedule: {name}.", { name: arrived.name });
  const ahead = saved.sessions.filter(({ endsAt }) => endsAt > now);
  const wanted = ahead.length > 0 ? ahead : saved.sessions;
  const lost = wanted.filter(({ id }) => !stay.has(id)).length;
  if (lost >= LOSS && lost > wanted.length / 2)
    return inEnglish("{count} sessions are missing from the schedule that arrived.", {
      count: String(lost),
    });
  return null;
}

/** The ids, of before and of now, of all that both hold, made again or not. */
function staying(saved: readonly Session[], arrived: readonly Session[]): ReadonlySet<string> {
  const before = new Set(saved.map(({ id }) => id));
  const here = new Set(arrived.map(({ id }) => id));
  const again = matchAgain(
    saved.filter(({ id }) => !here.has(id)),
    arrived.filter(({ id }) => !before.has(id)),
  );
  return new Set([
    ...[...before].filter((id) => here.has(id)),
    ...again.flatMap(([old, session]) => [old.id, session.id]),
  ]);
}

/** True for an entry that stands for the whole conference: it bears its name, or takes a day and more. */
function isWhole({ title, allDay, startsAt, endsAt }: Session, { name }: Conference): boolean {
  return allDay || endsAt - startsAt >= LONG || sameText(title) === sameText(name);
}

const sameText = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();
