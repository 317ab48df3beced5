import { expect, test } from "vitest";
import { type Finding, finding, THE_FEED } from "./finding";
import { findingCounts, findingsPage, plain } from "./findings-page";

const noRoom = (line: number, where = `Talk ${line}`, reason = "It has no location."): Finding =>
  finding("no-room", { line, where }, reason);

test("findings of one sort are told once, with the first lines and how many more there are", () => {
  const page = findingsPage([40, 71, 90, 120, 130].map((line) => noRoom(line)));
  expect(page).toEqual([
    "",
    "  WARNING  5 sessions have no room.",
    "           - Lines 40, 71, 90 and 2 more: It has no location.",
    "           → Attendees are not told where to go: name the room first in the location.",
  ]);
});

test("few are named; other reasons have rows of their own, four at most", () => {
  const page = findingsPage([
    noRoom(1, "A"),
    noRoom(2, "B"),
    ...[3, 4, 5, 6].map((line) => noRoom(line, `Talk ${line}`, `Its room is “TBA ${line}”.`)),
  ]);
  expect(page.slice(1, -1)).toEqual([
    "  WARNING  6 sessions have no room.",
    "           - Lines 1 and 2, “A” and “B”: It has no location.",
    "           - Line 3, “Talk 3”: Its room is “TBA 3”.",
    "           - Line 4, “Talk 4”: Its room is “TBA 4”.",
    "           - And 2 more: lines 5 and 6.",
  ]);
});

test("errors come first, sorts are counted, and no line is wider than a terminal", () => {
  const findings = [
    noRoom(1, "x ".repeat(80)),
    noRoom(2),
    finding("cut-off", THE_FEED, "It ends too early."),
  ];
  expect(findingCounts(findings)).toBe("1 error, 1 warning, 0 notes");
  expect(findingCounts([])).toBeNull();
  const page = findingsPage(findings);
  expect(page.findIndex((line) => /ERROR/.test(line))).toBe(1);
  expect(Math.max(...page.map((line) => line.length))).toBeLessThanOrEqual(96);
});

test("a feed's words neither colour a terminal nor turn its writing round", () => {
  expect(plain("a\u001b[31mb\u202ec\r\nd")).toBe("a [31mb c d");
});
