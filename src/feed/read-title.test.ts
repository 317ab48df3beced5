import { expect, test } from "vitest";
import { readTitle } from "./read-title";

test.each([
  ["Workshop: Knots", "Knots", "workshop", false],
  ["KEYNOTE : Ropes: a life", "Ropes: a life", "keynote", false],
  ["talk: Lunch", "Lunch", "talk", false],
  ["BoF: Splices", "Splices", "bof", false],
  ["Birds of a Feather: Splices", "Splices", "bof", false],
  ["Sponsored talk: Hemp", "Hemp", "talk", true],
  ["Sponsored keynote: Jute", "Jute", "keynote", true],
  ["sponsored workshop: Sisal", "Sisal", "workshop", true],
  ["Lightning talk: Nylon", "Lightning talk: Nylon", "talk", false],
  ["Workshop:", "Workshop:", "talk", false],
  ["A keynote: maybe", "A keynote: maybe", "talk", false],
])("%s", (summary, title, kind, sponsored) => {
  expect(readTitle(summary)).toEqual({ title, kind, sponsored });
});

test.each([
  "Break",
  "Lunch",
  "lunch break",
  "Morning break",
  "Evening Break",
  "Coffee break",
  "Tea Break",
  "Afternoon tea",
  "Dinner",
  "Breakfast",
  "Short break",
  "Lunch time",
  "Coffee & tea",
  "Coffee/Tea",
  "Tea and snacks",
])("%s is a break", (summary) => {
  expect(readTitle(summary)).toEqual({ title: summary, kind: "break", sponsored: false });
});

test.each(["Check-in", "Check in", "Registration", "Registration & breakfast", "Check-in and registration"])(
  "%s is a check-in",
  (summary) => {
    expect(readTitle(summary).kind).toBe("check-in");
  },
);

test.each([
  "Breaking things",
  "Lunch with the team: a talk",
  "How to break in",
  "Break and enter",
  "Registration systems at scale",
  "Coffee machines",
  "Breaks considered harmful",
  "",
  "&",
])("%j is a talk", (summary) => {
  expect(readTitle(summary)).toMatchObject({ title: summary, kind: "talk" });
});
