import type { Db } from "../store/db";
import type { ring } from "./ring";
import { type Actor, forever, gate, type RingingActor } from "./simulated-actor";
import { deviceAt, type Facts, runOf, wanted } from "./simulated-facts";
import { type DeviceClock, type Fates, SimulatedPlatform } from "./simulated-platform";
import { PATIENCE, type Witness } from "./simulated-witness";

/** More wakes than a life of this size can need. */
const RESTLESS = 600;

/** A device whose time passes only where it is told to, with the pages and the worker that ring on it. */
export class SimulatedDevice {
  facts: Facts;
  /** Milliseconds that have really passed, whatever the clock shows. */
  private elapsed = 0;
  private batches = 0;
  /** Writes after which a caller was frozen and then killed: each may have been a claim. */
  private readonly abandoned: number[] = [];
  private readonly platform: SimulatedPlatform;
  private readonly actors: Actor[];

  constructor(
    dbs: readonly Db[],
    private readonly clock: DeviceClock,
    private readonly ringThe: typeof ring,
    private readonly witness: Witness,
    fates: Fates,
    facts: Facts,
  ) {
    this.facts = facts;
    this.platform = new SimulatedPlatform(clock, () => this.elapsed, witness, fates);
    this.actors = dbs.map((db, index) => {
      const by = index === dbs.length - 1 ? "service worker" : index === 0 ? "page" : "worker";
      const actor: Actor = {
        db,
        by,
        isAlive: true,
        canShow: true,
        frozenUntil: null,
        due: null,
        ringing: null,
      };
      this.platform.freezeAfterWrites(actor);
      return actor;
    });
  }

  /** True where it lives, runs, and is in no ring: only then does an attendee act through it. */
  isFree(who: number): boolean {
    const actor = this.actors[who];
    return !!actor?.isAlive && actor.frozenUntil === null && actor.ringing === null;
  }

  /** Wakes some of the cast at one instant; they ring at once, all together with those that are due. */
  async wake(who: readonly number[], canShow = true): Promise<void> {
    const free = who.filter((index) => this.isFree(index)).flatMap((index) => this.actors[index] ?? []);
    for (const actor of free) actor.canShow = canShow;
    await this.batch(free);
    for (const actor of free) actor.canShow = true;
  }

  /** Lets time pass; whoever is due by then rings at its instant. */
  async pass(duration: number): Promise<void> {
    const until = this.elapsed + duration;
    for (;;) {
      const next = Math.min(...this.actors.map((actor) => this.nextOf(actor)));
      if (next > until) break;
      this.move(Math.max(0, next - this.elapsed));
      await this.batch([]);
      if (this.batches > RESTLESS) {
        this.witness.violations.push("never rests");
        break;
      }
    }
    this.move(until - this.elapsed);
  }

  /** The device sleeps: time passes, and whatever fell due meanwhile comes at its end. */
  async sleep(duration: number): Promise<void> {
    this.move(duration);
    await this.batch([]);
  }

  /** Sets the device's clock; no time passes by it. */
  async jump(by: number): Promise<void> {
    this.clock.now += by;
    await this.batch([]);
  }

  /** Freezes one: it does nothing until it thaws. */
  freeze(who: number, duration: number): void {
    const actor = this.actors[who];
    if (actor && this.isFree(who)) actor.frozenUntil = this.elapsed + duration;
  }

  /** Ends one, wherever it is. */
  kill(who: number): void {
    const actor = this.actors[who];
    if (actor) this.end(actor);
  }

  /** Opens one anew, in the place of one that may still be there. */
  open(who: number): void {
    const actor = this.actors[who];
    if (!actor) return;
    this.end(actor);
    actor.isAlive = true;
  }

  /** Time until the next reminder that is wanted, and none where there is none. */
  untilNext(): number {
    const run = runOf(this.facts);
    const instants = wanted(this.facts).map(({ fireAt }) => deviceAt(run, fireAt) - this.clock.now);
    return Math.ceil(Math.min(...instants.filter((wait) => wait >= 0), Number.POSITIVE_INFINITY));
  }

  /** Time until everybody who is frozen has thawed. */
  untilThawed(): number {
    return Math.max(0, ...this.actors.map(({ frozenUntil }) => (frozenUntil ?? 0) - this.elapsed));
  }

  private end(actor: Actor): void {
    if (actor.ringing) this.abandoned.push(actor.ringing.wroteAt);
    actor.isAlive = false;
    actor.due = null;
    actor.frozenUntil = null;
    actor.ringing = null;
  }

  private move(by: number): void {
    this.elapsed += by;
    this.clock.now += by;
  }

  /** When it acts next by itself, in the world's time. */
  private nextOf({ isAlive, frozenUntil, due, ringing }: Actor): number {
    if (!isAlive) return Number.POSITIVE_INFINITY;
    if (frozenUntil !== null) return frozenUntil;
    if (due === null || ringing) return Number.POSITIVE_INFINITY;
    return Math.max(this.elapsed, this.elapsed + due - this.clock.now);
  }

  private async batch(woken: readonly Actor[]): Promise<void> {
    this.batches += 1;
    const ready = this.actors.filter((actor) => woken.includes(actor) || this.nextOf(actor) <= this.elapsed);
    const begun: RingingActor[] = [];
    const rings = ready.map(async (actor) => {
      actor.frozenUntil = null;
      if (actor.ringing) {
        const { thaw, begunAt } = actor.ringing;
        if (Math.abs(this.clock.now - begunAt) >= PATIENCE) this.begins(actor.ringing);
        actor.ringing.halt = gate();
        thaw.open();
        return this.settle(actor, actor.ringing);
      }
      const ringing = this.begin(actor);
      begun.push(ringing);
      return this.settle(actor, ringing);
    });
    const ended = (await Promise.all(rings)).filter((end) => end !== null);
    const writes = [...this.abandoned, ...this.actors.flatMap(({ ringing }) => ringing?.wroteAt ?? [])];
    const holds = writes.some((at) => Math.abs(this.clock.now - at) < PATIENCE);
    for (const { ringing, canShow, next } of ended) {
      if (!begun.includes(ringing)) continue;
      this.witness.ended({ next, canShow }, this.facts, this.clock.now, holds || ringing.refused);
    }
  }

  private begin(actor: Actor): RingingActor {
    actor.due = null;
    const ringing: RingingActor = {
      facts: this.facts,
      begunAt: this.clock.now,
      // Set right below, as the doors know the ring that they belong to.
      done: forever(),
      wroteAt: Number.NEGATIVE_INFINITY,
      wroteAfter: Number.NEGATIVE_INFINITY,
      refused: false,
      halt: gate(),
      thaw: gate(),
    };
    actor.ringing = ringing;
    this.begins(ringing);
    const done = this.ringThe(actor.db, this.platform.doors(actor, ringing));
    return Object.assign(ringing, { done });
  }

  private begins(ringing: RingingActor): void {
    ringing.facts = this.facts;
    ringing.begunAt = this.clock.now;
    this.witness.rings(this.facts, this.clock.now);
  }

  /** Waits until a ring has come to its end, or its caller to a stop. */
  private async settle(actor: Actor, ringing: RingingActor) {
    const end = await Promise.race([ringing.done.then((next) => ({ next })), ringing.halt.passed]);
    if (end === "frozen") return null;
    actor.ringing = null;
    if (end === "dead") {
      this.end(actor);
      return null;
    }
    actor.due = end.next;
    return { ringing, canShow: actor.canShow, next: end.next };
  }
}
