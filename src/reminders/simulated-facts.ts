// What is true of a simulated device, and what follows from it. Written without planOf, sinceUnder and their
// like: it judges them, so it must not lean on them.
import type { Lead } from "../domain/lead";
import type { Session } from "../domain/session";
import { MINUTE } from "../domain/time";

/** All that the attendee has said about reminders, as it stands from `at` on. */
export interface Saying {
  /** What the app's clock showed as it was said; never said, but true from the start: minus infinity. */
  readonly at: number;
  /** The session it was about; null: about all. */
  readonly about: string | null;
  readonly stars: ReadonlySet<string>;
  readonly leads: ReadonlyMap<string, Lead>;
  readonly lead: Lead;
  readonly scope: "stars" | "every";
  readonly breaks: boolean;
}

/** A run of the app's clock: at the device's `deviceFrom` it showed `appFrom`. */
export interface Run {
  readonly name: string;
  readonly deviceFrom: number;
  readonly appFrom: number;
  readonly speed: number;
  /** In the order in which they were said; a rehearsal begins with what stood as it was started. */
  readonly sayings: readonly Saying[];
}

/** The state of the world; a new value for each change, so that a caller can keep the one it began with. */
export interface Facts {
  readonly sessions: readonly Session[];
  /** Ids of sessions that the feed no longer holds. */
  readonly gone: ReadonlySet<string>;
  readonly real: Run;
  readonly rehearsal: Run | null;
}

/** One ring that somebody may wait for. */
export interface Ringing {
  readonly session: Session;
  readonly fireAt: number;
}

/** The run that the app is in. */
export function runOf(facts: Facts): Run {
  return facts.rehearsal ?? facts.real;
}

/** What the app's clock shows when the device's shows `device`. */
export function appAt({ deviceFrom, appFrom, speed }: Run, device: number): number {
  return appFrom + (device - deviceFrom) * speed;
}

/** What the device's clock shows when the app's shows `app`. */
export function deviceAt({ deviceFrom, appFrom, speed }: Run, app: number): number {
  return deviceFrom + (app - appFrom) / speed;
}

/** Two minutes after the start, or after the fire time where that is later: beyond it nothing is shown. */
export function limitOf(startsAt: number, fireAt: number): number {
  return Math.max(startsAt, fireAt) + 2 * MINUTE;
}

function fireTimes({ startsAt, endsAt, alarms }: Session, lead: Lead): readonly number[] {
  if (lead === "none") return [];
  if (lead !== "feed") return [startsAt - lead * MINUTE];
  if (alarms.length === 0) return [startsAt - 5 * MINUTE];
  return alarms.map((alarm) => {
    if (alarm.related === "none") return alarm.at;
    return (alarm.related === "start" ? startsAt : endsAt) + alarm.offset;
  });
}

function wants(saying: Saying, { session, fireAt }: Ringing): boolean {
  if (session.status === "CANCELLED") return false;
  const byScope = saying.scope === "every" && (saying.breaks || session.kind !== "break");
  if (!byScope && !saying.stars.has(session.id)) return false;
  return fireTimes(session, saying.leads.get(session.id) ?? saying.lead).includes(fireAt);
}

/** What is wanted as things stand, past and to come. */
export function wanted(facts: Facts): readonly Ringing[] {
  const latest = runOf(facts).sayings.at(-1);
  if (!latest) return [];
  return facts.sessions
    .filter(({ id }) => !facts.gone.has(id))
    .flatMap((session) => {
      const times = new Set(fireTimes(session, latest.leads.get(session.id) ?? latest.lead));
      return [...times].map((fireAt) => ({ session, fireAt }));
    })
    .filter((ringing) => wants(latest, ringing));
}

/**
 * True where it may ring: it is wanted, and in the unbroken row of sayings that want it one was said before
 * its fire time. A clock that was set back makes a saying look younger than what it precedes; of such a row
 * any one that looks old enough will do.
 */
export function mayRing(facts: Facts, ringing: Ringing): boolean {
  const { sayings } = runOf(facts);
  const lastUnwilling = sayings.findLastIndex((saying) => !wants(saying, ringing));
  return sayings.slice(lastUnwilling + 1).some(({ at }) => at < ringing.fireAt);
}

/**
 * True where it must not be lost: it is wanted, and all that was ever said about its session was said before
 * its fire time, by what the clock showed then. So a clock that is set back owes nothing for the hours that
 * it shows a second time before the latest saying: what was asked for at four is not owed for three, though
 * it shall soon be three again. And what rang or was missed before the clock was set back has been seen to.
 */
export function isOwed(facts: Facts, { session, fireAt }: Ringing): boolean {
  const touching = runOf(facts).sayings.filter(({ about }) => about === null || about === session.id);
  return touching.every(({ at }) => at < fireAt);
}
