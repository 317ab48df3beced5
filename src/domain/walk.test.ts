import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { walkMinutes } from "./walk";

const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("the walk between two places", () => {
  test("is a known one: a minute of latitude is 1.853 km, 31 min on foot with its turns", () =>
    expect(walkMinutes({ latitude: 10, longitude: 20 }, { latitude: 10 + 1 / 60, longitude: 20 })).toBe(31));

  test("is none where both are the same place", () =>
    fc.assert(fc.property(place, (here) => walkMinutes(here, here) === 0)));

  test("is as long back as there, whole minutes, and never longer than half way round", () =>
    fc.assert(
      fc.property(place, place, (here, there) => {
        const walk = walkMinutes(here, there);
        expect(Number.isInteger(walk) && walk >= 0).toBe(true);
        expect(Math.abs(walkMinutes(there, here) - walk)).toBeLessThanOrEqual(1);
        expect(walk).toBeLessThan((Math.PI * 6_371 * 1.3) / 0.08 + 1);
      }),
    ));

  test("goes the short way over the date line", () =>
    expect(walkMinutes({ latitude: 0, longitude: 179.99 }, { latitude: 0, longitude: -179.99 })).toBe(37));
});
