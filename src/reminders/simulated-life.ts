import fc from "fast-check";
import type { Alarm } from "../domain/alarm";
import { LEADS, type Lead } from "../domain/lead";
import { sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { HOUR, MINUTE, SECOND } from "../domain/time";
import { NIGHTS, type Night } from "./simulated-night";

/** What the attendee says, or the organiser. `session` counts in the life's sessions. */
export type Deed =
  | { readonly kind: "star" | "unstar"; readonly session: number }
  | { readonly kind: "cancel" | "reinstate" | "remove"; readonly session: number }
  | { readonly kind: "lead"; readonly session: number; readonly lead: Lead }
  | { readonly kind: "move"; readonly session: number; readonly by: number }
  | { readonly kind: "wish"; readonly lead: Lead }
  | { readonly kind: "scope"; readonly scope: "stars" | "every"; readonly breaks: boolean }
  | { readonly kind: "rehearse"; readonly after: number; readonly speed: number }
  | { readonly kind: "end rehearsal" };

/** What befalls the device, or one of its pages. */
export type Fortune =
  | { readonly kind: "sleep" | "freeze"; readonly lasts: number }
  | { readonly kind: "jump"; readonly by: number }
  | { readonly kind: "kill" | "open" }
  /** Several are woken at one instant; `others` holds the place of each in the cast. */
  | { readonly kind: "wake"; readonly others: readonly number[]; readonly canShow: boolean };

/** One step of a life: time passes, then something happens to or through one of the cast. */
export interface Step {
  readonly gap: number;
  /** The gap is counted from the next fire time on, so that things happen where it matters. */
  readonly afterNext: boolean;
  readonly who: number;
  readonly what: Deed | Fortune;
}

/** What becomes of a card that is handed to the platform. */
export type ShowFate =
  | "shown"
  | "refused"
  /** After longer than a claim stands, so that another may have rung meanwhile. */
  | "refused slowly"
  | "dies unshown"
  | "dies shown";

/** Everything that happens to one device; a life of the same values runs the same way. */
export interface Life {
  readonly night: Night;
  readonly sessions: readonly Session[];
  /** Of the sessions, by their place: those starred from the beginning. */
  readonly starred: readonly number[];
  readonly tabs: number;
  readonly steps: readonly Step[];
  /** One for each card handed over; when they are used up, all goes well. */
  readonly shows: readonly ShowFate[];
  /** One for each write in a ring: so long is the writer frozen right after it. */
  readonly pauses: readonly number[];
}

const minutes = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * MINUTE);
const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** Around the ten seconds of a claim, and around the minutes of alarms. */
const gaps = fc.oneof(
  fc.constantFrom(0, SECOND, 5 * SECOND, 9_999, 10 * SECOND, 11 * SECOND, 30 * SECOND),
  minutes(1, 15),
);

const alarms = (begins: number): fc.Arbitrary<Alarm> =>
  fc.oneof(
    fc.record({ related: fc.constantFrom("start", "end"), offset: minutes(-10, 4) }),
    fc.record({ related: fc.constant("none"), at: minutes(5, 70).map((after) => begins + after) }),
  );

const sessions = (night: Night) =>
  fc
    .array(
      fc.record({
        startsAt: minutes(2, 14).map((place) => night.begins + 5 * place),
        length: minutes(0, 30),
        kind: fc.constantFrom("talk", "talk", "break"),
        alarms: fc.array(alarms(night.begins), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 4, size: "max" },
    )
    .map((drafts) =>
      drafts.map(({ length, ...draft }, index) =>
        sampleSession({ ...draft, id: `s${index}`, endsAt: draft.startsAt + length }),
      ),
    );

const session = fc.nat(3);
const lead = fc.constantFrom(...LEADS);

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  often(2, fc.record({ kind: fc.constantFrom("star", "unstar"), session })),
  often(2, fc.record({ kind: fc.constantFrom("cancel", "reinstate", "remove"), session })),
  often(2, fc.record({ kind: fc.constant("lead"), session, lead })),
  often(3, fc.record({ kind: fc.constant("move"), session, by: minutes(-20, 30) })),
  often(1, fc.record({ kind: fc.constant("wish"), lead })),
  often(
    1,
    fc.record({
      kind: fc.constant("scope"),
      scope: fc.constantFrom("stars", "every"),
      breaks: fc.boolean(),
    }),
  ),
  often(
    1,
    fc.record({ kind: fc.constant("rehearse"), after: minutes(0, 60), speed: fc.constantFrom(1, 60) }),
  ),
  often(1, fc.record({ kind: fc.constant("end rehearsal") })),
);

const jumps = fc.oneof(
  minutes(-40, 40),
  fc.constantFrom(-2 * HOUR, 2 * HOUR, -5 * SECOND, 5 * SECOND, -20 * SECOND, 20 * SECOND),
);

const fortunes: fc.Arbitrary<Fortune> = fc.oneof(
  often(3, fc.record({ kind: fc.constantFrom("sleep", "freeze"), lasts: gaps })),
  often(1, fc.record({ kind: fc.constant("jump"), by: jumps })),
  often(2, fc.record({ kind: fc.constantFrom("kill", "open") })),
  often(
    4,
    fc.record({
      kind: fc.constant("wake"),
      others: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
      canShow: fc.constantFrom(true, true, true, false),
    }),
  ),
);

const steps: fc.Arbitrary<Step> = fc.record({
  gap: gaps,
  afterNext: fc.constantFrom(true, false, false),
  who: fc.nat(3),
  what: fc.oneof(often(1, deeds), often(1, fortunes)),
});

/** Lives of a device, small enough that thousands of them can be lived. */
export const lives: fc.Arbitrary<Life> = fc.constantFrom(...NIGHTS).chain((night) =>
  fc.record({
    night: fc.constant(night),
    sessions: sessions(night),
    starred: fc.subarray([0, 1, 2, 3]),
    tabs: fc.integer({ min: 1, max: 3 }),
    steps: fc.array(steps, { maxLength: 16, size: "max" }),
    shows: fc.array(
      fc.constantFrom("shown", "shown", "refused", "refused slowly", "dies unshown", "dies shown"),
      { maxLength: 8, size: "max" },
    ),
    pauses: fc.array(fc.constantFrom(0, 0, 0, 4 * SECOND, 10 * SECOND, 3 * MINUTE), {
      maxLength: 10,
      size: "max",
    }),
  }),
);
