import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EndToEndReport, endToEndTally, reportedTally, type UnitReport, unitTally } from "./read-report";
import { tallyLines } from "./tally";

const unit = (...statuses: string[]): UnitReport => ({
  testResults: [
    {
      name: "a.test.ts",
      status: statuses.includes("failed") ? "failed" : "passed",
      assertionResults: statuses.map((status) => ({ status, fullName: ` is ${status}` })),
    },
  ],
});

const endToEnd = (...outcomes: [status: string, expectedStatus: string][]): EndToEndReport => ({
  errors: [],
  suites: [
    {
      suites: [
        {
          specs: outcomes.map(([status, expectedStatus]) => ({
            title: `is ${status}`,
            tests: [{ status, expectedStatus }],
          })),
        },
      ],
    },
  ],
});

test("unit tests are counted, and what was skipped is named", () => {
  expect(unitTally(unit("passed", "passed", "failed", "skipped", "todo"))).toEqual({
    passed: 2,
    failed: 1,
    skipped: ["is skipped", "is todo"],
  });
});

test("a test file that cannot even be read counts as one failed", () => {
  const broken = { name: "b.test.ts", status: "failed", assertionResults: [] };
  expect(unitTally({ testResults: [broken] }).failed).toBe(1);
});

test("flaky, unexpected and did-not-run count as failed, a chosen skip does not", () => {
  const report = endToEnd(
    ["expected", "passed"],
    ["unexpected", "passed"],
    ["flaky", "passed"],
    ["skipped", "passed"],
    ["skipped", "skipped"],
  );
  expect(endToEndTally(report)).toEqual({ passed: 1, failed: 3, skipped: ["is skipped"] });
  expect(endToEndTally({ ...report, errors: [{}] }).failed).toBe(4);
});

test("the last line is the count, and the line before names what was skipped", () => {
  expect(tallyLines({ passed: 3, failed: 0, skipped: [] })).toBe("3 passed, 0 failed\n");
  expect(tallyLines({ passed: 1, failed: 2, skipped: ["a\nb", "c"] })).toBe(
    "skipped: a b; c\n1 passed, 2 failed\n",
  );
});

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trackside-report-"));
});
afterAll(() => rm(folder, { recursive: true }));

test("a crash is one failure: no report, half a report, nothing in it, or a bad end without a failure", async () => {
  const one = { failed: 1 };
  const file = join(folder, "report.json");
  expect(await reportedTally(join(folder, "none.json"), 0, unitTally)).toMatchObject(one);
  await writeFile(file, '{"testResults": [');
  expect(await reportedTally(file, 0, unitTally)).toMatchObject(one);
  await writeFile(file, '{"testResults": []}');
  expect(await reportedTally(file, 0, unitTally)).toMatchObject(one);
  await writeFile(file, JSON.stringify(unit("passed")));
  expect(await reportedTally(file, 139, unitTally)).toMatchObject({ passed: 1, failed: 1 });
  expect(await reportedTally(file, 0, unitTally)).toMatchObject({ passed: 1, failed: 0 });
});
