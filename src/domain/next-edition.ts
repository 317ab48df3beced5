import { isPlaceholder, sameText } from "./placeholder";
import { isSameConference } from "./same-conference";
import type { Session } from "./session";
import { DAY } from "./time";

type Known = Pick<Session, "id" | "title" | "startsAt">;

/** Of a conference, as much as tells which year's it is; a backup knows no more of it. */
interface Sample {
  readonly sessions: readonly (Known & Partial<Pick<Session, "kind">>)[];
}

interface Dated extends Sample {
  readonly name: string;
  readonly sessions: readonly (Known & Pick<Session, "endsAt" | "allDay" | "kind">)[];
}

/** From beginning to beginning: what begins so much later is another year's, be it word for word the same. */
const HALF_YEAR = 180 * DAY;

/** A feed that lists the next few meetings of a group goes on, and is no other conference's each time. */
const FEW = 4;
const APART = 30 * DAY;

/**
 * True where what arrived is plainly the conference's next edition, so that nobody need be asked: what is saved is
 * over at `now` (epoch milliseconds, by the device's clock), and all that arrived comes after it. Not where the
 * same programme was put off by some months, nor where one entry alone stands for what is to come.
 */
export function isNextEdition(saved: Dated, arrived: Dated, now: number): boolean {
  if (isPlaceholder(arrived) || !comesAfter(saved, arrived)) return false;
  const over = endOf(saved);
  return over <= now && over <= startOf(arrived) && isFar(saved, arrived);
}

/** True where all of `other` begins after all of `one` has begun, and is not the same put off by some months. */
export function comesAfter(one: Sample, other: Sample): boolean {
  if (one.sessions.length === 0 || other.sessions.length === 0) return false;
  if (startOf(other) <= most(one.sessions, ({ startsAt }) => startsAt)) return false;
  return startOf(other) - startOf(one) >= HALF_YEAR || !hasSameTitles(one, other);
}

/**
 * True where one is no state of the other, whatever ids they share: they have too little in common, and have
 * different names or lie wholly apart in time.
 */
export function isOther(saved: Dated, arrived: Dated): boolean {
  if (saved.sessions.length === 0 || arrived.sessions.length === 0) return false;
  if (isPlaceholder(saved) || isPlaceholder(arrived)) return false;
  if (isSameConference(saved, arrived) || hasSameTitles(saved, arrived)) return false;
  if (sameText(saved.name) !== sameText(arrived.name)) return true;
  const isApart = endOf(saved) <= startOf(arrived) || endOf(arrived) <= startOf(saved);
  return isApart && isFar(saved, arrived);
}

/**
 * True where both are states of one edition: half of the smaller one's sessions are in the other, at the same
 * time. Titles would not do: one year's feed may be last year's with other dates.
 */
export function isSameEdition(one: Sample, other: Sample): boolean {
  const byTime = ({ sessions }: Sample) => ({
    sessions: sessions.map(({ id, startsAt }) => ({ id, title: String(startsAt), startsAt })),
  });
  return isSameConference(byTime(one), byTime(other));
}

function isFar(saved: Dated, arrived: Dated): boolean {
  const gap = Math.max(startOf(arrived) - endOf(saved), startOf(saved) - endOf(arrived));
  return saved.sessions.length >= FEW || gap >= APART;
}

/** Half of the titles of the one with fewer are the other's too; breaks have the same ones everywhere. */
function hasSameTitles(one: Sample, other: Sample): boolean {
  const [titles, others] = [titlesOf(one), titlesOf(other)];
  const [small, large] = titles.size <= others.size ? [titles, others] : [others, titles];
  return small.size > 0 && [...small].filter((title) => large.has(title)).length * 2 >= small.size;
}

function titlesOf({ sessions }: Sample): ReadonlySet<string> {
  const held = sessions.filter(({ kind }) => kind !== "break" && kind !== "check-in");
  return new Set(held.map(({ title }) => sameText(title)));
}

function startOf({ sessions }: Sample): number {
  return -most(sessions, ({ startsAt }) => -startsAt);
}

function endOf({ sessions }: Dated): number {
  return most(sessions, ({ endsAt }) => endsAt);
}

function most<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((found, item) => Math.max(found, of(item)), Number.NEGATIVE_INFINITY);
}
