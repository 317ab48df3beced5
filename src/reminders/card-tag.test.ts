import { expect, test } from "vitest";
import { tagUnder, tagWithin } from "./card-tag";

const ROOT = "https://example.org/";
const INNER = "https://example.org/a/2030/";

test("a card's tag is its reminder's id, behind the path of an app that has one, and found again", () => {
  expect([tagUnder(ROOT, "id@1"), tagUnder(INNER, "id@1")]).toEqual(["id@1", "/a/2030/id@1"]);
  for (const scope of [ROOT, INNER]) expect(tagWithin(scope, tagUnder(scope, "id@1"))).toBe("id@1");
});

test("a card that an earlier version has put up is known as well", () =>
  expect(tagWithin(INNER, "id@1")).toBe("id@1"));
