import { type CardFate, type CardTimes, cardFateOf } from "../domain/card-fate";
import { appTime, deviceTime } from "../domain/clock";
import { sessionOf } from "../domain/conference";
import { isOwnId } from "../domain/own-entry";
import { type Reminder, verdictOf } from "../domain/reminder";
import type { Session } from "../domain/session";
import { sinceUnder } from "../domain/since";
import { DAY } from "../domain/time";
import type { Wishes } from "../domain/wishes";
import { readClock } from "../store/clock";
import type { Db, Delivery, Ringer, Shown } from "../store/db";
import {
  claimDelivery,
  markMissed,
  markShown,
  readDeliveries,
  releaseClaim,
  TAKEOVER,
} from "../store/deliveries";
import { type Kept, readAllKept } from "../store/kept";
import { readRestoredSince } from "../store/restored-since";
import { readSetting } from "../store/settings";
import { type Card, type CardPlace, cardFor } from "./card";
import { keptOf, type OfConference, owedBy } from "./owed";
import { TEST_SESSION, testReminder, testSession } from "./self-test";

/** What `ring` needs of the world; a test hands in its own. */
export interface RingDoors {
  readonly by: Ringer;
  /** Epoch milliseconds of the device. */
  readonly deviceNow: () => number;
  /** The absolute address the app is served under. */
  readonly scope: string;
  /** False where showing is impossible just now, so that no claim is made in vain. */
  readonly canShow: () => boolean;
  /** Shows a card and says how; null where it could not be shown after all. */
  readonly show: (card: Card) => Promise<Shown | null>;
  /** Told at each ring what is armed and what is up. Nothing waits for what hangs on it: the bell goes on. */
  readonly after?: (state: RingState) => void;
}

/** What is to become of a card that may be up. */
interface CardHint {
  readonly fate: CardFate;
  /** Another one where there is something new to be done about it. */
  readonly mark: string;
}

/** What a ring has found, for the doors to act on: cards to tidy, a badge to set. */
export interface RingState extends Omit<CardPlace, "timeZone"> {
  /** All conferences on this device, the site's own first. */
  readonly kept: readonly Kept[];
  /** Reminders that are still to come, by fire time; a test stands last. */
  readonly coming: readonly Reminder[];
  readonly now: number;
  /** The fates of the notifications that this run has shown; a hint which of them may be up. */
  readonly fates: readonly CardHint[];
  readonly wishes: Wishes;
}

/**
 * Rings every reminder that is due and not yet delivered, keeps as missed what came too late, and
 * returns the device instant at which to call again (null: nothing is to come). Safe to call at any time,
 * any number of times, from any tab or worker: the delivery row decides who rings.
 */
export async function ring(db: Db, doors: RingDoors): Promise<number | null> {
  const calledAt = doors.deviceNow();
  const [kept, clock, selfTest, wishes, restored] = await Promise.all([
    readAllKept(db),
    readClock(db),
    readSetting(db, "selfTest"),
    readSetting(db, "wishes"),
    readRestoredSince(db),
  ]);
  const [first] = kept;
  if (!first) return null;
  const test = testReminder(selfTest, clock);
  const plan = [...owedBy(kept, clock), ...(test ? [test] : [])];
  const delivered = await readDeliveries(db, clock.run);
  // What had passed when a backup was brought back was rung, or missed, elsewhere.
  const since = sinceUnder(restored, clock);
  const open = plan.filter(({ id, fireAt }) => {
    if (fireAt <= since) return false;
    const row = delivered.get(id);
    return !row || (row.shownAt === null && !row.missed);
  });

  const now = appTime(clock, doors.deviceNow());
  const missed = open.filter((reminder) => verdictOf(reminder, now) === "missed");
  if (missed.length > 0) await markMissed(db, clock.run, missed, doors.by, doors.deviceNow());

  const place = { clock, scope: doors.scope };
  const wakes: number[] = [];
  let rang = false;
  for (const reminder of open) {
    if (verdictOf(reminder, now) !== "ring" || !doors.canShow()) continue;
    const { timeZone } = (keptOf(kept, reminder) ?? first).conference;
    const isUp = await deliver(db, doors, reminder, wishes.sound, { ...place, timeZone }, calledAt);
    // Who was frozen in between has a plan of another hour in hand.
    if (isOld(calledAt, doors.deviceNow())) return ring(db, doors);
    if (isUp) rang = true;
    else wakes.push(doors.deviceNow() + TAKEOVER);
  }
  const coming = open.filter((reminder) => verdictOf(reminder, now) === "wait");
  // The plan is in order of fire time, but for a test at its end.
  for (const reminder of [coming[0], coming.at(-1)]) {
    if (reminder) wakes.push(deviceTime(clock, reminder.fireAt));
  }

  const fates = fatesOf(rang ? await readDeliveries(db, clock.run) : delivered, kept, now);
  for (const { fate } of fates) if (fate.fate !== "close") wakes.push(deviceTime(clock, fate.until));
  doors.after?.({ ...place, kept, coming, now, fates, wishes });
  return wakes.length === 0 ? null : Math.min(...wakes);
}

/** True of what was read or claimed at `then`: the caller may have been frozen since, and others have rung. */
function isOld(then: number, now: number): boolean {
  return Math.abs(now - then) >= TAKEOVER;
}

/** False where another caller holds the claim or the card could not be shown: worth another look. */
async function deliver(
  db: Db,
  doors: RingDoors,
  reminder: Reminder,
  sounds: boolean,
  place: CardPlace,
  calledAt: number,
): Promise<boolean> {
  const { run } = place.clock;
  const claimedAt = doors.deviceNow();
  if (!(await claimDelivery(db, run, reminder, doors.by, claimedAt))) return false;
  const rungAt = doors.deviceNow();
  const shownAt = appTime(place.clock, rungAt);
  const isOurs = !isOld(calledAt, rungAt) && !isOld(claimedAt, rungAt);
  const isTime = isOurs && verdictOf(reminder, shownAt) === "ring";
  const shownAs = isTime ? await doors.show(cardFor(reminder, shownAt, sounds, place)) : null;
  if (!shownAs) {
    await releaseClaim(db, run, reminder, claimedAt);
    return false;
  }
  const lateness = doors.deviceNow() - deviceTime(place.clock, reminder.fireAt);
  await markShown(db, run, reminder, { shownAt, lateness, shownAs });
  return true;
}

/** What is to become of the notifications that this run has shown of late, as far as the rows know. */
function fatesOf(
  delivered: ReadonlyMap<string, Delivery>,
  kept: readonly Kept[],
  now: number,
): readonly CardHint[] {
  const shown = [...delivered.values()].filter(
    ({ shownAs, endsAt }) => shownAs === "notification" && endsAt > now - DAY,
  );
  if (shown.length === 0) return [];
  const judge = judgeOf(kept, now);
  return shown.map((row) => {
    const insists = row.shownAt !== null && row.shownAt < row.startsAt;
    const { fate, session } = judge({ ...row, insists, isNews: false });
    return { fate, mark: `${row.key} ${fate.fate} ${session?.room}` };
  });
}

/** What is to become of a card, and what it speaks of. */
interface Judgement {
  readonly fate: CardFate;
  readonly session: Session | undefined;
  /** The zone of its conference; the device's own where that is gone. */
  readonly timeZone: string | undefined;
}

/**
 * Says what is to become of a card at `now`, by the schedules as they stand. One of a conference that is no
 * longer on this device is closed.
 */
export function judgeOf(
  kept: readonly Kept[],
  now: number,
): (card: CardTimes & OfConference & { readonly sessionId: string }) => Judgement {
  return (card) => {
    const isTest = card.sessionId === TEST_SESSION;
    const of = isTest ? kept[0] : keptOf(kept, card);
    if (!of) return { fate: { fate: "close" }, session: undefined, timeZone: undefined };
    const session = isTest ? testSession(card.startsAt) : sessionOf(of.conference, card.sessionId);
    // Whoever has deleted an own entry need not be told that it is off.
    if (!session && isOwnId(card.sessionId))
      return { fate: { fate: "close" }, session, timeZone: of.conference.timeZone };
    return { fate: cardFateOf(card, session, now), session, timeZone: of.conference.timeZone };
  };
}
