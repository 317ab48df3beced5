import { type ClashGroup, clashGroupsOf } from "./clash-group";
import { type Conference, daysOf } from "./conference";
import { withGone } from "./days-of-these";
import { isBreak, isHeld, type Session } from "./session";
import { MINUTE } from "./time";
import { TIGHT, type Transfer, transferBetween } from "./transfer";

/** What stands in a day of the agenda, one after another. `at` is where it lies in time, epoch milliseconds. */
export type AgendaEntry =
  | { readonly is: "session"; readonly at: number; readonly session: Session }
  | { readonly is: "clash"; readonly at: number; readonly group: ClashGroup }
  /** A break that is not starred, in too little time to be called free. */
  | { readonly is: "pause"; readonly at: number; readonly session: Session }
  /** Nothing starred from `at` to `until`, and the breaks that lie in it. */
  | { readonly is: "gap"; readonly at: number; readonly until: number; readonly pauses: readonly Session[] }
  | { readonly is: "transfer"; readonly at: number; readonly transfer: Transfer };

export interface AgendaDay {
  readonly day: string;
  /** The starred sessions, by start. */
  readonly sessions: readonly Session[];
  readonly entries: readonly AgendaEntry[];
}

export interface Agenda {
  readonly days: readonly AgendaDay[];
  /** Stars of whose session nothing is known any more. */
  readonly gone: number;
}

/** A shorter time than this between two sessions is no free time. */
const FREE = 15 * MINUTE;

/**
 * The starred sessions by day, with clashes, free time, breaks and the ways between them. What is starred and
 * no longer in the schedule stands where it stood, as cancelled.
 */
export function agendaOf(
  conference: Pick<Conference, "sessions" | "gone">,
  starred: ReadonlySet<string>,
): Agenda {
  const days: AgendaDay[] = [];
  let found = 0;
  for (const [day, ofDay] of daysOf({ sessions: withGone(conference, starred) })) {
    const sessions = ofDay.filter(({ id }) => starred.has(id));
    if (sessions.length === 0) continue;
    found += sessions.length;
    const pauses = ofDay.filter((session) => isBreak(session) && !starred.has(session.id) && isHeld(session));
    days.push({ day, sessions, entries: entriesOf(sessions, pauses) });
  }
  return { days, gone: starred.size - found };
}

function entriesOf(sessions: readonly Session[], pauses: readonly Session[]): readonly AgendaEntry[] {
  const entries: AgendaEntry[] = [];
  const groups = new Map(clashGroupsOf(sessions).flatMap((g) => g.sessions.map((s) => [s, g] as const)));
  let last: Session | null = null;
  for (const session of sessions) {
    if (!isHeld(session)) {
      entries.push({ is: "session", at: session.startsAt, session });
      continue;
    }
    const group = groups.get(session);
    if (group && group.sessions[0] !== session) continue;
    if (last) entries.push(...betweenThem(last, session, pauses));
    entries.push(
      group ? { is: "clash", at: session.startsAt, group } : { is: "session", at: session.startsAt, session },
    );
    for (const held of group?.sessions ?? [session]) if (!last || held.endsAt >= last.endsAt) last = held;
  }
  return entries;
}

/** What stands between two sessions: at most one sentence about free time and one about the way. */
function betweenThem(before: Session, session: Session, pauses: readonly Session[]): readonly AgendaEntry[] {
  const [at, until] = [before.endsAt, session.startsAt];
  const inBetween = pauses.filter(({ startsAt, endsAt }) => startsAt < until && endsAt > at);
  const transfer = transferBetween(before, session);
  const isFree = until - at >= FREE && (!transfer || inBetween.length > 0 || until - at > TIGHT * MINUTE);
  const entries: AgendaEntry[] = isFree
    ? [{ is: "gap", at, until, pauses: inBetween }]
    : inBetween.map((pause) => ({ is: "pause", at: pause.startsAt, session: pause }));
  // Who has free time anyway sees the other room in the row; another venue is worth a word.
  if (transfer && (!isFree || transfer.walk !== null)) entries.push({ is: "transfer", at: until, transfer });
  return entries;
}

/** What is left of an agenda when all of it is over. */
export interface Keepsake {
  readonly sessions: number;
  readonly days: number;
  /** Milliseconds with something on, breaks left out and clashes counted once. */
  readonly time: number;
}

/** Sums an agenda up. What was cancelled was not had, and own entries are no sessions. */
export function keepsakeOf({ days }: Agenda): Keepsake {
  let [sessions, time, held] = [0, 0, 0];
  for (const day of days) {
    const had = day.sessions.filter((session) => wasHeld(session) && !isBreak(session) && !session.own);
    sessions += had.length;
    held += had.length > 0 ? 1 : 0;
    let until = Number.NEGATIVE_INFINITY;
    for (const { startsAt, endsAt } of had.filter(({ allDay }) => !allDay)) {
      time += Math.max(0, endsAt - Math.max(startsAt, until));
      until = Math.max(until, endsAt);
    }
  }
  return { sessions, days: held, time };
}

/** What went from the schedule when it was over had been held. */
function wasHeld({ status, goneAt, endsAt }: Session): boolean {
  return goneAt === undefined ? status !== "CANCELLED" : goneAt >= endsAt;
}
