import type { Figure } from "./bench-figures";
import { METRICS, type Metric } from "./bench-metrics";

const HEADS = ["metric", "sessions", "median", "spread", "× yardstick", "target", ""];
/** Columns of words; all others hold numbers. */
const WORDS = [0, 5, 6];

/** The figures as a table in plain text. */
export function tableText(figures: readonly Figure[]): string {
  const lines = [HEADS, ...figures.map(lineOf)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell[WORDS.includes(column) ? "padEnd" : "padStart"](widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function lineOf({ metric, size, median, min, max, ratio, met }: Figure): readonly string[] {
  const { says, unit, yardstick, target }: Metric = METRICS[metric];
  const ofUnit = unit === "count" ? "" : unit === "times" ? " ×" : ` ${unit}`;
  const asked = target && met !== null ? targetText(target, ofUnit) : "";
  return [
    says,
    size === null ? "" : size.toLocaleString("en-GB"),
    `${numberText(median)}${median === null ? "" : ofUnit}`,
    min === null || max === null || min === max ? "" : `${numberText(min)}–${numberText(max)}`,
    yardstick ? numberText(ratio) : "",
    asked,
    met === null ? "" : met ? "met" : "NOT MET",
  ];
}

function targetText({ of, most }: NonNullable<Metric["target"]>, unit: string): string {
  return of === "ratio" ? `≤ ${most} × yardstick` : `≤ ${most}${unit}`;
}

/** Enough digits to tell two figures apart; "?" for what could not be had. */
export function numberText(value: number | null): string {
  if (value === null) return "?";
  const digits = Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
