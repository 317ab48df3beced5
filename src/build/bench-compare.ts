import type { Figure } from "./bench-figures";
import { METRICS } from "./bench-metrics";
import { numberText } from "./bench-table";

/** A figure that is another than it was. */
export interface Move {
  readonly before: Figure;
  readonly after: Figure;
  /** After ÷ before of what is compared: the ratio to the yardstick where there is one, else the median. */
  readonly factor: number;
}

/** How much of a figure is noise, at least. */
const LEAST = 0.05;

/**
 * What has moved by more than the spread of both: their ranges do not touch, and what is compared differs by
 * more than a twentieth. Where there is a yardstick the ratios are compared, so that a machine that is busier
 * than it was does not count.
 */
export function movesBetween(before: readonly Figure[], after: readonly Figure[]): readonly Move[] {
  return after.flatMap((now) => {
    const then = before.find(({ metric, size }) => metric === now.metric && size === now.size);
    const [from, to] = [then && rangeOf(then), rangeOf(now)];
    if (!then || !from || !to) return [];
    const isApart = from.max < to.min || to.max < from.min;
    const isMuch = Math.abs(to.middle - from.middle) > LEAST * Math.max(from.middle, to.middle);
    return isApart && isMuch ? [{ before: then, after: now, factor: to.middle / from.middle }] : [];
  });
}

/** A line for each move, the largest gain first. */
export function movesText(moves: readonly Move[]): string {
  if (moves.length === 0) return "Nothing has moved by more than its spread.";
  return [...moves]
    .sort((a, b) => a.factor - b.factor)
    .map(({ before, after, factor }) => {
      const at = after.size === null ? "" : ` at ${after.size.toLocaleString("en-GB")}`;
      const { says } = METRICS[after.metric];
      const change = Number.isFinite(factor) ? ` (× ${numberText(factor)})` : "";
      return `${says}${at}: ${numberText(before.median)} → ${numberText(after.median)}${change}`;
    })
    .join("\n");
}

/** What is compared of a figure, with its range; null where it could not be had. */
function rangeOf({ median, min, max, ratio }: Figure) {
  if (median === null || min === null || max === null) return null;
  const scale = ratio !== null && median > 0 ? ratio / median : 1;
  return { middle: median * scale, min: min * scale, max: max * scale };
}
