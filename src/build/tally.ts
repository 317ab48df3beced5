/** What a run of tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Names of what was skipped on purpose. */
  readonly skipped: readonly string[];
}

/** The sum of several runs. */
export function sumOf(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  };
}

/**
 * The end of the output: where something was skipped, a line that names it; last, the line
 * `N passed, N failed`.
 */
export function tallyLines({ passed, failed, skipped }: Tally): string {
  const names = skipped.map((name) => name.replace(/\s+/g, " ")).join("; ");
  return `${skipped.length > 0 ? `skipped: ${names}\n` : ""}${passed} passed, ${failed} failed\n`;
}
