import { expect, test } from "vitest";
import { categoriesOf, tidyCategory } from "./category";
import { MINUTE } from "./time";

test.each([
  ["SESSION TYPE: 10 MINS TALK", "10 min talk"],
  ["30 mins talk", "30 min talk"],
  ["30-minute talk", "30 min talk"],
  ["5 Min. Lightning", "5 min Lightning"],
  ["Track: Data", "Data"],
  ["Submission type: Long talk", "Long talk"],
  ["Type theory", "Type theory"],
  ["Level - Beginner", "Beginner"],
  ["AI", "AI"],
  ["WASM", "WASM"],
  ["AI AND BIG DATA", "AI and big data"],
  ["DEVOPS", "Devops"],
  ["WebAssembly", "WebAssembly"],
  ["rust", "rust"],
  ["  Two   words ", "Two words"],
  ["Track:", "Track:"],
  ["प्रशासन", "प्रशासन"],
  ["数据库", "数据库"],
  ["", ""],
])("%s → %s", (feed, label) => expect(tidyCategory(feed)).toBe(label));

const of = (minutes: number, ...categories: string[]) =>
  categoriesOf({ categories, startsAt: 0, endsAt: minutes * MINUTE });

test("of two lengths the one nearest to the true one is kept", () => {
  expect(of(10, "30 mins talk", "Sponsored", "SESSION TYPE: 10 MINS TALK")).toEqual([
    "10 min talk",
    "Sponsored",
  ]);
  expect(of(35, "10 min talk", "30 min talk")).toEqual(["30 min talk"]);
  // Nothing says how long it is: the first word counts.
  expect(of(0, "30 mins talk", "10 mins talk")).toEqual(["30 min talk"]);
  // Not the same sort of thing: both may hold.
  expect(of(30, "30 min talk", "10 min questions")).toEqual(["30 min talk", "10 min questions"]);
});

test("spellings of one category are one", () => {
  expect(of(30, "Sponsored", "SPONSORED", "Track: sponsored", " ")).toEqual(["Sponsored"]);
});
