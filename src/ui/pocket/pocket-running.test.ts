import { expect, test } from "vitest";
import { sinceWords } from "./pocket-running";

const since = Date.parse("2030-05-21T10:00:00Z");

test("that the phone may be locked is said only where its test has shown it", () => {
  expect(sinceWords({ since, isTest: false }, false)).toMatch(/has not been shown here\.$/);
  expect(sinceWords({ since, isTest: false }, true)).toMatch(/You may lock the phone now\.$/);
  expect(sinceWords({ since, isTest: true }, false)).toMatch(/Lock the phone now, /);
});
