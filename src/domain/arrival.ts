import type { Conference } from "./conference";
import { matchAgain } from "./match-again";
import { isOther } from "./next-edition";
import { isPlaceholder, sameText } from "./placeholder";
import type { Session } from "./session";
import { inEnglish } from "./speech";

/** Fewer lost sessions than this are an organiser's edit, in however small a programme. */
const LOSS = 4;

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
  const [only] = arrived.sessions;
  const isEmpty = !only || (isPlaceholder(arrived) && !stay.has(only.id));
  if (isEmpty && saved.sessions.length > 1)
    return inEnglish("The schedule that arrived holds no sessions any more.");
  if (isUnread) return null;
  // A conference whose schedule is still to come stands in its feed as one entry.
  if (saved.sessions.length === 0 || isPlaceholder(saved)) return null;
  // Ids alone would not tell: some feeds just count, and begin anew.
  if ((stay.size === 0 && sameText(saved.name) !== sameText(arrived.name)) || isOther(saved, arrived))
    return anothers(arrived);
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

/** What is said of a schedule that is another conference's, in English as it is kept. */
export function anothers({ name }: Pick<Conference, "name">): string {
  return inEnglish("What arrived is another conference’s schedule: {name}.", { name });
}
