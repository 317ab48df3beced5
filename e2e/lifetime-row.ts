import { expect, test } from "@playwright/test";
import type { LifetimeRow } from "../src/build/lifetimes-matrix";
import type { Rung } from "./reminder-steps";

/** A card that came, by the device's clock. */
interface Came {
  readonly tag: string;
  readonly at: number;
}

/** Later than this no reminder that is promised may be; milliseconds. */
const LATEST = 1000;

/** The row of what came of reminders that were due at `dueAt` (device time); none may have come earlier. */
export function lifetimeRow(
  place: Pick<LifetimeRow, "browser" | "state" | "note">,
  cards: readonly Came[],
  wanted: readonly Pick<Rung, "tag" | "fireAt">[],
  dueAt: (wanted: Pick<Rung, "tag" | "fireAt">) => number,
): LifetimeRow {
  const late = wanted.flatMap((one) => {
    const first = cards.find(({ tag }) => tag === one.tag);
    return first ? [first.at - dueAt(one)] : [];
  });
  expect.soft(Math.min(0, ...late), `${place.state}: not early`).toBe(0);
  const sorted = late.map(Math.round).sort((a, b) => a - b);
  return {
    ...place,
    triggers: wanted.length,
    rang: late.length,
    missed: wanted.length - late.length,
    doubled: cards.length - new Set(cards.map(({ tag }) => tag)).size,
    worst: sorted.at(-1) ?? null,
    median: sorted[Math.floor(sorted.length / 2)] ?? null,
  };
}

/** Puts a row into the report, where `npm run test:lifetimes` reads it. */
export function report(row: LifetimeRow): void {
  test.info().annotations.push({ type: "lifetime", description: JSON.stringify(row) });
}

/** Checks that everything rang once and in time. */
export function rangInTime({ state, missed, doubled, worst }: LifetimeRow): void {
  expect.soft({ missed, doubled }, state).toEqual({ missed: 0, doubled: 0 });
  expect.soft(worst, `${state}: lateness`).toBeLessThanOrEqual(LATEST);
}
