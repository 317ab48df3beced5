import { describe, expect, test } from "vitest";
import { doubtAbout } from "./arrival";
import type { Conference } from "./conference";
import { sampleConference, sampleSession } from "./sample";
import type { Session } from "./session";
import { DAY, HOUR } from "./time";

const NOON = Date.parse("2030-05-21T12:00:00Z");
const many = (count: number, prefix = "s") =>
  Array.from({ length: count }, (_, index) =>
    sampleSession({ id: `${prefix}${index}`, title: `${prefix} ${index}`, startsAt: NOON + index * HOUR }),
  );
const named = (name: string, sessions: readonly Session[]): Conference => ({
  ...sampleConference(sessions),
  name,
});
const doubt = (saved: readonly Session[], arrived: readonly Session[], now = NOON - DAY) =>
  doubtAbout(sampleConference(saved), sampleConference(arrived), now);
const whole = sampleSession({ id: "all", title: "Pencil Days", startsAt: NOON, endsAt: NOON + HOUR });

describe("a schedule that arrives", () => {
  test("is taken where it is an ordinary edit, however much of it moved", () => {
    const moved = many(10).map((session) => ({ ...session, title: "x", startsAt: session.startsAt + HOUR }));
    expect(doubt(many(10), moved)).toBeNull();
    expect(doubt(many(10), many(5))).toBeNull();
    expect(doubt(many(10), [...many(10), ...many(30, "t")])).toBeNull();
  });

  test("is doubted where most of what is to come is not in it", () => {
    expect(doubt(many(10), many(4))).toBe("6 sessions are missing from the schedule that arrived.");
    expect(doubt(many(10), many(12, "t"))).not.toBeNull();
  });

  test("may have lost what is over, but not what is left", () => {
    const lastFour = many(10).slice(6);
    expect(doubt(many(10), lastFour, NOON + 6 * HOUR)).toBeNull();
    expect(doubt(many(10), many(6), NOON + 6 * HOUR)).not.toBeNull();
  });

  test("is doubted after the end where it has lost most of what was", () =>
    expect(doubt(many(10), many(3), NOON + 5 * DAY)).not.toBeNull());

  test("may lose any three sessions of a small programme", () => {
    expect(doubt(many(3), many(1, "t"))).toBeNull();
    expect(doubt(many(4), many(1))).toBeNull();
    expect(doubt(many(4), many(2, "t"))).not.toBeNull();
  });

  test("is doubted where one entry stands for all of it", () => {
    const empty = "The schedule that arrived holds no sessions any more.";
    expect(doubt(many(2), [whole])).toBe(empty);
    expect(doubt(many(2), [{ ...whole, title: "Our days", endsAt: NOON + 2 * DAY }])).toBe(empty);
    expect(doubt(many(2), [])).toBe(empty);
  });

  test("is taken where that one entry becomes a programme", () => {
    expect(doubt([whole], many(10))).toBeNull();
    expect(doubtAbout(named("Pencil Days", [whole]), named("Pencil Days 2030", many(9)), NOON)).toBeNull();
  });

  test("is doubted where it is another conference's, and not where its own got another name", () => {
    const other = named("Pen Days", many(3, "t"));
    expect(doubtAbout(sampleConference(many(3)), other, NOON)).toBe(
      "What arrived is another conference’s schedule: Pen Days.",
    );
    expect(doubtAbout(sampleConference(many(3)), named("Pen Days", many(3)), NOON)).toBeNull();
  });

  test("takes the place of what nobody has planned by, unless it is empty", () => {
    const saved = sampleConference(many(10));
    expect(doubtAbout(saved, named("Pen Days", many(3, "t")), NOON, true)).toBeNull();
    expect(doubtAbout(saved, sampleConference([whole]), NOON, true)).not.toBeNull();
  });

  test("holds what was made again under other ids", () =>
    expect(
      doubt(
        many(10),
        many(10).map((session) => ({ ...session, id: `${session.id} anew` })),
      ),
    ).toBeNull());
});
