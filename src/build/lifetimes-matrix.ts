/** What one browser's reminders did in one state. Lateness in milliseconds; null where nothing rang. */
export interface LifetimeRow {
  readonly browser: string;
  readonly state: string;
  readonly triggers: number;
  readonly rang: number;
  /** Neither shown nor, where it came too late, listed as missed. */
  readonly missed: number;
  /** Cards beyond the first of their reminder; null where they cannot be seen. */
  readonly doubled: number | null;
  readonly worst: number | null;
  readonly median: number | null;
  /** What the lateness counts from, where that is not the fire time, and what else is to be known. */
  readonly note?: string;
}

const COLUMNS = [
  "browser",
  "state",
  "triggers",
  "rang",
  "missed",
  "doubled",
  "worst",
  "median",
  "note",
] as const;

/** The rows as a table in plain text; lateness in milliseconds. */
export function matrixText(rows: readonly LifetimeRow[]): string {
  const heads = COLUMNS.map((column) => (["worst", "median"].includes(column) ? `${column} ms` : column));
  const lines = [
    heads,
    ...rows.map((row) => COLUMNS.map((column) => String(row[column] ?? (column === "note" ? "" : "?")))),
  ];
  const widths = COLUMNS.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  const isNumber = (index: number) => index > 1 && index < COLUMNS.length - 1;
  return lines
    .map((cells) =>
      cells
        .map((cell, index) => cell[isNumber(index) ? "padStart" : "padEnd"](widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** What the report of such a run holds: the rows, and the names of the tests that were skipped. */
export function readLifetimes(report: Suite): {
  readonly rows: readonly LifetimeRow[];
  readonly skipped: readonly string[];
} {
  const specs = (suite: Suite): NonNullable<Suite["specs"]> => [
    ...(suite.specs ?? []),
    ...(suite.suites ?? []).flatMap(specs),
  ];
  const all = specs(report);
  return {
    rows: all
      .flatMap(({ tests }) => tests)
      .flatMap(({ annotations }) => annotations)
      .filter(({ type }) => type === "lifetime")
      .map(({ description }) => JSON.parse(description ?? "")),
    skipped: all
      .filter(({ tests }) => tests.some(({ status }) => status === "skipped"))
      .map(({ title }) => title),
  };
}
