import { SECOND } from "../domain/time";
import type { Card } from "./card";
import type { RingDoors } from "./ring";
import { type Actor, forever, gate, type RingingActor } from "./simulated-actor";
import type { ShowFate } from "./simulated-life";
import type { Witness } from "./simulated-witness";

/** The clock of the simulated device. */
export interface DeviceClock {
  now: number;
}

/** What the platform does with cards and with writers, one after the other. */
export interface Fates {
  readonly shows: ShowFate[];
  readonly pauses: number[];
}

/** Longer than a claim stands. */
const SLOWLY = 12 * SECOND;

/** What pages and worker are given: a clock, a screen for cards, and a store after whose writes one may freeze. */
export class SimulatedPlatform {
  constructor(
    private readonly clock: DeviceClock,
    /** Time that has really passed. */
    private readonly elapsed: () => number,
    private readonly witness: Witness,
    private readonly fates: Fates,
  ) {}

  /** What a ring is given of the world. */
  doors(actor: Actor, ringing: RingingActor): RingDoors {
    return {
      by: actor.by,
      deviceNow: () => this.clock.now,
      scope: "https://example.org/app/",
      canShow: () => actor.canShow,
      show: (card) => this.show(card, actor, ringing),
    };
  }

  private async show(card: Card, actor: Actor, ringing: RingingActor): Promise<"notification" | null> {
    const fate = this.fates.shows.shift() ?? "shown";
    const { wroteAt: claimedAt, wroteAfter: claimedAfter } = ringing;
    if (fate === "shown" || fate === "dies shown") {
      const display = {
        card,
        at: this.clock.now,
        claimedAt,
        claimedAfter,
        unwritten: fate === "dies shown",
      };
      this.witness.shown(display, ringing.facts);
    } else this.witness.withheld(card, claimedAt);
    if (fate === "dies shown" || fate === "dies unshown") {
      ringing.halt.open("dead");
      return forever();
    }
    if (fate === "shown") return "notification";
    ringing.refused = true;
    if (fate === "refused slowly") await this.halt(actor, ringing, SLOWLY);
    return null;
  }

  private async halt(actor: Actor, ringing: RingingActor, duration: number): Promise<void> {
    ringing.thaw = gate();
    const { thaw } = ringing;
    actor.frozenUntil = this.elapsed() + duration;
    ringing.halt.open("frozen");
    await thaw.passed;
  }

  /** A frozen caller stands still between two of its steps: here between a write and what it does next. */
  freezeAfterWrites(actor: Actor): void {
    const write = Object.getPrototypeOf(actor.db).transaction as (...args: unknown[]) => Promise<unknown>;
    const value = async (...args: unknown[]) => {
      const { ringing } = actor;
      if (ringing) Object.assign(ringing, { wroteAt: this.clock.now, wroteAfter: this.elapsed() });
      const result = await write.apply(actor.db, args);
      const pause = ringing ? (this.fates.pauses.shift() ?? 0) : 0;
      if (ringing && pause > 0) await this.halt(actor, ringing, pause);
      return result;
    };
    Object.defineProperty(actor.db, "transaction", { value, configurable: true });
  }
}
