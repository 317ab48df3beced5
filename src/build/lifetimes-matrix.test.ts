import { expect, test } from "vitest";
import { type LifetimeRow, matrixText, readLifetimes } from "./lifetimes-matrix";

const row: LifetimeRow = {
  browser: "Chromium",
  state: "hidden tab",
  triggers: 50,
  rang: 49,
  missed: 1,
  doubled: 0,
  worst: 81,
  median: 4,
};

test("rows and skipped tests are found in whatever suite of the report they are", () => {
  const annotations = [
    { type: "lateness", description: "4 ms" },
    { type: "lifetime", description: JSON.stringify(row) },
  ];
  const report = {
    suites: [
      {
        specs: [{ title: "hidden tab", tests: [{ status: "expected", annotations }] }],
        suites: [{ specs: [{ title: "Firefox", tests: [{ status: "skipped", annotations: [] }] }] }],
      },
    ],
  };
  expect(readLifetimes(report)).toEqual({ rows: [row], skipped: ["Firefox"] });
});

test("the matrix is a table in plain text; what could not be seen has a question mark", () => {
  expect(matrixText([row, { ...row, state: "closed", doubled: null, note: "by the log" }])).toBe(
    [
      "browser   state       triggers  rang  missed  doubled  worst ms  median ms  note",
      "Chromium  hidden tab        50    49       1        0        81          4",
      "Chromium  closed            50    49       1        ?        81          4  by the log",
    ].join("\n"),
  );
});
