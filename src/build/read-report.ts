import { readFile } from "node:fs/promises";
import type { Tally } from "./tally";

/** What is read of Vitest's JSON report. */
export interface UnitReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

interface EndToEndSuite {
  readonly suites?: readonly EndToEndSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string; readonly expectedStatus: string }[];
  }[];
}

/** What is read of Playwright's JSON report. */
export interface EndToEndReport extends EndToEndSuite {
  readonly errors: readonly unknown[];
}

/** Counts Vitest's report; a file that failed before or outside its tests counts as one failed. */
export function unitTally({ testResults }: UnitReport): Tally {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
  const skipped = tests.filter(({ status }) => ["skipped", "pending", "todo", "disabled"].includes(status));
  const passed = tests.filter(({ status }) => status === "passed").length;
  return {
    passed,
    failed: tests.length - passed - skipped.length + broken.length,
    skipped: skipped.map(({ fullName }) => fullName.trim()),
  };
}

/**
 * Counts Playwright's report. Only a test that ended as expected at once has passed: a flaky one, and
 * one that was to run and did not, has failed, as has each error outside of the tests.
 */
export function endToEndTally(report: EndToEndReport): Tally {
  let passed = 0;
  let failed = report.errors.length;
  const skipped: string[] = [];
  const count = (suite: EndToEndSuite): void => {
    for (const { title, tests } of suite.specs ?? []) {
      for (const { status, expectedStatus } of tests) {
        if (status === "expected") passed += 1;
        else if (status === "skipped" && expectedStatus === "skipped") skipped.push(title);
        else failed += 1;
      }
    }
    for (const inner of suite.suites ?? []) count(inner);
  };
  count(report);
  return { passed, failed, skipped };
}

/**
 * The tally of a report file, given the exit code of the program that wrote it: no report, or a bad
 * end with no failure in the report, is one failure more.
 */
export async function reportedTally<Report>(
  file: string,
  exitCode: number,
  tally: (report: Report) => Tally,
): Promise<Tally> {
  try {
    const counted = tally(JSON.parse(await readFile(file, "utf8")) as Report);
    const crashed = exitCode !== 0 && counted.failed === 0;
    const empty = counted.passed + counted.failed + counted.skipped.length === 0;
    return crashed || empty ? { ...counted, failed: 1 } : counted;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
}
