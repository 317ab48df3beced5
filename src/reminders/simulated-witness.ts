import { MINUTE, SECOND } from "../domain/time";
import type { Delivery } from "../store/db";
import type { Card } from "./card";
import {
  appAt,
  deviceAt,
  type Facts,
  isOwed,
  limitOf,
  mayRing,
  type Ringing,
  type Run,
  runOf,
  wanted,
} from "./simulated-facts";

/** So long a claim stands that has shown nothing; who was frozen for longer begins anew. */
export const PATIENCE = 10 * SECOND;

/** One card that came onto the screen. */
export interface Display {
  readonly card: Card;
  /** By the device's clock. */
  readonly at: number;
  /** When the right to show it was claimed: by the device's clock, and in time that has really passed. */
  readonly claimedAt: number;
  readonly claimedAfter: number;
  /** Who showed it died before it could write that down. */
  readonly unwritten: boolean;
}

/** A ring that came to its end, as the world saw it. */
export interface EndedRing {
  readonly next: number | null;
  readonly canShow: boolean;
}

const keyOf = (run: string, sessionId: string, fireAt: number) => `${run} ${sessionId} ${fireAt}`;

/** Sees what a simulated device does, and keeps whatever it should not have done. */
export class Witness {
  readonly violations: string[] = [];
  readonly displays: Display[] = [];
  private readonly latest = new Map<string, Display>();
  /** When a caller that then showed nothing claimed the right to. */
  private readonly claims = new Map<string, number>();
  /** What was too late for its limit of that time as somebody rang: no later limit brings it back. */
  private readonly missed = new Set<string>();
  private readonly wallAt: (instant: number) => string;

  constructor(wallAt: (instant: number) => string) {
    this.wallAt = wallAt;
  }

  /** A caller begins to ring. */
  rings(facts: Facts, device: number): void {
    const run = runOf(facts);
    for (const { session, fireAt } of wanted(facts)) {
      if (appAt(run, device) <= limitOf(session.startsAt, fireAt)) continue;
      this.missed.add(keyOf(run.name, session.id, fireAt));
    }
  }

  /** A card was handed over and did not appear. */
  withheld(card: Card, claimedAt: number): void {
    this.claims.set(keyOf(card.data.run, card.data.sessionId, card.data.fireAt), claimedAt);
  }

  /** A card appeared; `facts` are those with which its caller began to ring. */
  shown(display: Display, facts: Facts): void {
    const { card, at, claimedAt, claimedAfter } = display;
    const { sessionId, fireAt } = card.data;
    const run = runOf(facts);
    const key = keyOf(run.name, sessionId, fireAt);
    const found = (what: string) => this.violations.push(`${what}: ${key} at ${appAt(run, at)}`);

    const session = facts.sessions.find(({ id }) => id === sessionId && !facts.gone.has(id));
    if (card.data.run !== run.name) found("in the wrong run");
    if (!session || !wanted(facts).some((one) => one.session === session && one.fireAt === fireAt)) {
      found("not wanted");
      return;
    }
    if (!mayRing(facts, { session, fireAt })) found("not asked for in time");
    const now = appAt(run, at);
    if (now < fireAt) found("early");
    if (now > limitOf(session.startsAt, fireAt)) found("too late");
    const fault = faultIn(card, session.title, session.startsAt, now, this.wallAt);
    if (fault) found(fault);

    const before = this.latest.get(key);
    // Shown again only where nobody could know that it had been, and after ten seconds: by the clock, or, where
    // that was set back to the same ten seconds, in fact.
    const waited =
      before &&
      (Math.abs(claimedAt - before.claimedAt) >= PATIENCE || claimedAfter - before.claimedAfter >= PATIENCE);
    const takenOver = waited && before.unwritten;
    if (before && !takenOver) found("twice");
    if (before && before.card.tag !== card.tag) found("the same under two tags");
    const namesake = [...this.latest].find(
      ([
        other,
        {
          card: { tag },
        },
      ]) => other !== key && tag === card.tag,
    );
    if (namesake && namesake[1].card.data.run === run.name) found("two under the same tag");
    this.latest.set(key, display);
    this.displays.push(display);
  }

  /**
   * A ring came to its end at `device` while nothing was refused. What was due is on the screen, unless a
   * claim on it stands (`excused`: somebody may hold one who is frozen); and it has told an instant to call
   * again that is late for nothing.
   */
  ended({ next, canShow }: EndedRing, facts: Facts, device: number, excused: boolean): void {
    const run = runOf(facts);
    const now = appAt(run, device);
    if (next !== null && next <= device) this.violations.push(`asks to be called in the past: ${next}`);
    for (const ringing of this.open(facts, run)) {
      const { session, fireAt } = ringing;
      const key = keyOf(run.name, session.id, fireAt);
      const comes = now < fireAt;
      const due = !comes && now <= limitOf(session.startsAt, fireAt) && canShow;
      const claimedAt = this.claims.get(key);
      const held = claimedAt !== undefined && Math.abs(device - claimedAt) < PATIENCE;
      if (due && !held && !excused) this.violations.push(`not shown though due: ${key} at ${now}`);
      const latest = comes ? deviceAt(run, fireAt) + 1 : device + PATIENCE;
      if ((comes || due) && (next === null || next > latest)) {
        this.violations.push(`would sleep over ${key}: ${next} from ${device}`);
      }
    }
  }

  /** What is owed and was neither shown nor too late at any ring. */
  private open(facts: Facts, run: Run): readonly Ringing[] {
    return wanted(facts).filter((ringing) => {
      const key = keyOf(run.name, ringing.session.id, ringing.fireAt);
      return isOwed(facts, ringing) && !this.latest.has(key) && !this.missed.has(key);
    });
  }

  /** Right after a ring: what was owed and is too late by now was shown, or stands in the list as missed. */
  reads(rows: readonly Delivery[], facts: Facts, device: number): void {
    const run = runOf(facts);
    const now = appAt(run, device);
    for (const { session, fireAt } of wanted(facts).filter((ringing) => isOwed(facts, ringing))) {
      if (now <= limitOf(session.startsAt, fireAt)) continue;
      const key = keyOf(run.name, session.id, fireAt);
      const missed = rows.some((row) => row.missed && row.sessionId === session.id && row.fireAt === fireAt);
      if (!missed && !this.latest.has(key)) this.violations.push(`lost: ${key} at ${now}`);
    }
    for (const { missed, sessionId, startsAt, fireAt, claimedAt } of rows) {
      if (missed && appAt(run, claimedAt) <= limitOf(startsAt, fireAt)) {
        this.violations.push(`missed before its time: ${sessionId} ${fireAt} at ${appAt(run, claimedAt)}`);
      }
    }
  }
}

/** What a card says wrongly at `now`; null where all is right. */
function faultIn(
  { title, body, data }: Card,
  sessionTitle: string,
  startsAt: number,
  now: number,
  wallAt: (instant: number) => string,
): string | null {
  if (title !== sessionTitle) return "under a wrong title";
  if (data.startsAt !== startsAt) return "with a wrong start";
  const words = body.split(" · ");
  if (words.at(-1) !== wallAt(startsAt)) return `at a wrong clock time (${words.at(-1)})`;
  const [, left, ago] = /^(?:starts in (\d+) min|started (\d+) min ago)$/.exec(words[0] ?? "") ?? [];
  // To the nearest minute, but never "in 0 min"; what has begun, in whole minutes.
  const said = Number(left ?? ago) * MINUTE;
  const isRight = left
    ? startsAt > now && said >= MINUTE && (Math.abs(startsAt - now - said) <= MINUTE / 2 || said === MINUTE)
    : startsAt <= now && now - startsAt >= said && now - startsAt < said + MINUTE;
  const tooNear = left && said === MINUTE && startsAt - now > 1.5 * MINUTE;
  return isRight && !tooNear ? null : `in wrong words (${words[0]})`;
}
