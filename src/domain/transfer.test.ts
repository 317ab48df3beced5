import { describe, expect, test } from "vitest";
import { sampleSession } from "./sample";
import type { Session } from "./session";
import { MINUTE } from "./time";
import { transferBetween } from "./transfer";

const noon = Date.parse("2030-05-21T12:00:00Z");
const QUAY = { latitude: 59.91, longitude: 10.75 };
/** About 740 m north: 12 min on foot. */
const HILL = { latitude: 59.91665, longitude: 10.75 };

const at = (start: number, over: Partial<Session>) =>
  sampleSession({
    startsAt: noon + start * MINUTE,
    endsAt: noon + (start + 30) * MINUTE,
    room: "Hall H",
    venue: "Quay House",
    geo: QUAY,
    ...over,
  });
const uphill = { room: "Attic", venue: "Hill House", geo: HILL };

describe("the way from one session to the next", () => {
  test("is a change of rooms within a venue", () =>
    expect(transferBetween(at(0, {}), at(40, { room: "Attic" }))).toEqual({
      between: "rooms",
      from: "Hall H",
      to: "Attic",
      minutes: 10,
      walk: null,
    }));

  test("is a walk between venues that are known places", () =>
    expect(transferBetween(at(0, {}), at(40, uphill))).toEqual({
      between: "venues",
      from: "Quay House",
      to: "Hill House",
      minutes: 10,
      walk: 13,
    }));

  test("is named without its length where a venue has no known place", () =>
    expect(transferBetween(at(0, { geo: null }), at(40, uphill))).toMatchObject({
      between: "venues",
      walk: null,
    }));

  test("is a walk between rooms where a feed knows places but no venues", () =>
    expect(transferBetween(at(0, { venue: null }), at(40, { ...uphill, venue: null }))).toMatchObject({
      between: "rooms",
      walk: 13,
    }));

  test("of some steps is no walk", () =>
    expect(
      transferBetween(at(0, {}), at(40, { room: "Attic", geo: { ...QUAY, longitude: 10.7501 } })),
    ).toMatchObject({ walk: null }));

  test("is worth no word with more than half an hour, except to another venue", () => {
    expect(transferBetween(at(0, {}), at(60, { room: "Attic" }))).not.toBeNull();
    expect(transferBetween(at(0, {}), at(61, { room: "Attic" }))).toBeNull();
    expect(transferBetween(at(0, {}), at(120, uphill))).toMatchObject({ minutes: 90, walk: 13 });
  });

  test("is none within one room, none to an unknown one, and none between sessions that overlap", () => {
    expect(transferBetween(at(0, {}), at(40, {}))).toBeNull();
    expect(transferBetween(at(0, { venue: null }), at(40, { room: null, venue: null }))).toBeNull();
    expect(transferBetween(at(0, {}), at(20, uphill))).toBeNull();
  });
});
