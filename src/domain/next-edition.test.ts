import { describe, expect, test } from "vitest";
import { doubtAbout } from "./arrival";
import { isNextEdition, isOther, isSameEdition } from "./next-edition";
import { sampleConference, sampleSession } from "./sample";
import type { Session } from "./session";
import { DAY, HOUR } from "./time";

const START = Date.parse("2030-05-21T09:00:00Z");
const YEAR = 364 * DAY;
const AFTER = START + 10 * DAY;

const programme = (words: string, startsAt: number, count = 8, over: Partial<Session> = {}) =>
  Array.from({ length: count }, (_, index) =>
    sampleSession({ id: `${index}`, title: `${words} ${index}`, startsAt: startsAt + index * HOUR, ...over }),
  );
const of = (sessions: readonly Session[], name = "Pencil Days") => ({ ...sampleConference(sessions), name });
const saved = of(programme("Pencils", START));
const next = of(programme("Pens", START + YEAR));

describe("the next edition of a conference", () => {
  test("is what comes wholly after one that is over, whatever ids and titles it repeats", () => {
    expect(isNextEdition(saved, next, AFTER)).toBe(true);
    expect(isNextEdition(saved, of(programme("Pencils", START + YEAR)), AFTER)).toBe(true);
    expect(isNextEdition(saved, of(programme("Pens", START + YEAR), "Pen Days"), AFTER)).toBe(true);
    // Whoever opens the app only then has missed that one as well.
    expect(isNextEdition(saved, next, START + 2 * YEAR)).toBe(true);
  });

  test("is none while the one before is not over", () => {
    const end = START + 7 * HOUR + HOUR / 2;
    expect(isNextEdition(saved, next, end - 1)).toBe(false);
    expect(isNextEdition(saved, next, end)).toBe(true);
  });

  test("holds nothing of the time before: a feed of all years, or of an evening after, is the same", () => {
    expect(isNextEdition(saved, of([...saved.sessions, ...next.sessions]), AFTER)).toBe(false);
    expect(isNextEdition(saved, of([...programme("Pens", START + 2 * HOUR)]), AFTER)).toBe(false);
    expect(isNextEdition(of(programme("Pencils", START + YEAR)), of(programme("Pens", START)), AFTER)).toBe(
      false,
    );
  });

  test("is not the same programme put off by some months, ids made anew or not", () => {
    const later = programme("Pencils", START + 100 * DAY);
    expect(isNextEdition(saved, of(later), AFTER)).toBe(false);
    expect(isNextEdition(saved, of(later.map((one) => ({ ...one, id: `new ${one.id}` }))), AFTER)).toBe(
      false,
    );
    // Breaks are called the same every time.
    const lunch = programme("Lunch", START, 8, { kind: "break" });
    const both = of([...programme("Pencils", START, 3), ...lunch]);
    const spring = of([...programme("Pens", START + 100 * DAY, 3), ...lunch.map((one) => moved(one, 100))]);
    expect(isNextEdition(both, spring, AFTER)).toBe(true);
  });

  test("is not the next of a series of meetings, of which the feed lists a few", () => {
    const [march, april] = [of(programme("March", START, 1)), of(programme("April", START + 21 * DAY, 1))];
    expect(isNextEdition(march, april, AFTER)).toBe(false);
    expect(isNextEdition(march, of(programme("May", START + 60 * DAY, 1)), AFTER)).toBe(true);
  });

  test("is nothing that holds no session, or one entry that stands for what is to come", () => {
    const date = sampleSession({ id: "all", title: "Save the date", startsAt: START + YEAR, allDay: true });
    expect(isNextEdition(saved, of([]), AFTER)).toBe(false);
    expect(isNextEdition(of([]), next, AFTER)).toBe(false);
    expect(isNextEdition(saved, of([date]), AFTER)).toBe(false);
  });
});

const moved = (session: Session, days: number): Session => ({
  ...session,
  startsAt: session.startsAt + days * DAY,
  endsAt: session.endsAt + days * DAY,
});

describe("another conference", () => {
  test("is told from a later state of the same one, also where both count their ids alike", () => {
    expect(isOther(saved, next)).toBe(true);
    expect(isOther(saved, of(programme("Pens", START + HOUR / 4), "Pen Days"))).toBe(true);
    expect(isOther(saved, of(programme("Pencils", START), "Pencil Days 2030"))).toBe(false);
    expect(isOther(saved, of(saved.sessions.map((one) => moved(one, 200))))).toBe(false);
    expect(isOther(saved, of(programme("Reworked", START)))).toBe(false);
  });

  test("is asked about before the saved one is over; the same one put off is not", () => {
    const before = START - DAY;
    const reason = "What arrived is another conference’s schedule: Pencil Days.";
    expect(doubtAbout(saved, next, before)).toBe(reason);
    expect(doubtAbout(saved, of(saved.sessions.map((one) => moved(one, 200))), before)).toBeNull();
  });
});

test("one edition is known again by when its sessions are", () => {
  expect(isSameEdition(saved, of(saved.sessions.slice(0, 5), "Another name"))).toBe(true);
  expect(isSameEdition(saved, of(programme("Pencils", START + YEAR)))).toBe(false);
});
