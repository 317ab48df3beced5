import fc from "fast-check";
import { expect, test } from "vitest";
import { bothTexts, firstLineOf, mergedNote } from "./note";

test("whoever has changed a note alone is right", () => {
  expect(mergedNote("a", "ab", "a")).toBe("ab");
  expect(mergedNote("a", "a", "ac")).toBe("ac");
  expect(mergedNote("a", "", "a")).toBe("");
  expect(mergedNote("a", "a", "")).toBe("");
});

test("where both have, both texts stay, and none twice", () => {
  expect(mergedNote("a", "ab", "ac")).toBe("ac\n\nab");
  expect(mergedNote("a", "ab", "ab")).toBe("ab");
  expect(mergedNote("a", "abc", "ab")).toBe("abc");
  expect(mergedNote("a", "", "ac")).toBe("ac");
  expect(mergedNote("a", "ab", "")).toBe("ab");
});

test("whatever three texts meet, nothing that one of two has typed is lost", () => {
  const text = fc.stringMatching(/^[ab\n]{0,4}$/);
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergedNote(base, mine, theirs);
      for (const typed of [mine, theirs]) if (typed !== base) expect(merged).toContain(typed);
    }),
  );
});

test("two notes of one session are put one after the other", () => {
  expect(bothTexts("first", "second")).toBe("first\n\nsecond");
  expect(bothTexts("first", "the first of all")).toBe("the first of all");
});

test("a list shows the first line that has something in it", () => {
  expect(firstLineOf("\n \n  Ask about lifetimes \r\nand more")).toBe("Ask about lifetimes");
  expect(firstLineOf(" \n")).toBe("");
});
