import { expect, test } from "vitest";
import { cacheNameOf, isCacheOf } from "./cache-name";

const BASES = ["/", "/b/", "/a/b/", "/events/2027/"];

test.each(BASES)("the caches of %s are its own, and nobody else's", (base) => {
  const name = cacheNameOf("1a2b3c", base);
  expect(BASES.filter((other) => isCacheOf(name, other))).toEqual([base]);
  expect(isCacheOf(`other-${base}`, base)).toBe(false);
});
