import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AgendaEntry, agendaOf, keepsakeOf } from "./agenda";
import { clashGroupsOf, rivalsOf } from "./clash-group";
import { clashesOf } from "./conflict";
import { sampleConference, sampleSession } from "./sample";
import { isHeld, type Session } from "./session";
import { HOUR, MINUTE } from "./time";

const noon = Date.parse("2030-05-21T12:00:00Z");
const at = (id: string, start: number, length: number, over: Partial<Session> = {}) =>
  sampleSession({
    id,
    title: id,
    startsAt: noon + start * MINUTE,
    endsAt: noon + (start + length) * MINUTE,
    ...over,
  });
const pause = (id: string, start: number, length: number) =>
  at(id, start, length, { kind: "break", room: null });

const dayOf = (sessions: readonly Session[], unstarred: readonly Session[] = []) => {
  const all = [...sessions, ...unstarred].sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt);
  const { days } = agendaOf(sampleConference(all), new Set(sessions.map(({ id }) => id)));
  if (!days[0]) throw new Error("there is no day");
  return days[0];
};

/** An entry in short: "gap 30 lunch", "clash one two". */
function short(entry: AgendaEntry): string {
  switch (entry.is) {
    case "session":
      return entry.session.id;
    case "pause":
      return `pause ${entry.session.id}`;
    case "clash":
      return ["clash", ...entry.group.sessions.map(({ id }) => id)].join(" ");
    case "gap":
      return ["gap", (entry.until - entry.at) / MINUTE, ...entry.pauses.map(({ id }) => id)].join(" ");
    case "transfer":
      return `${entry.transfer.minutes} to ${entry.transfer.to}`;
  }
}
const shortly = (sessions: readonly Session[], unstarred: readonly Session[] = []) =>
  dayOf(sessions, unstarred).entries.map(short);

describe("a day of the agenda", () => {
  test("names free time from a quarter of an hour on, with the breaks in it", () => {
    expect(shortly([at("a", 0, 30), at("b", 44, 30)])).toEqual(["a", "b"]);
    expect(shortly([at("a", 0, 30), at("b", 45, 30)])).toEqual(["a", "gap 15", "b"]);
    expect(
      shortly([at("a", 0, 30), at("b", 85, 30)], [pause("lunch", 30, 30), pause("tea", 70, 15)]),
    ).toEqual(["a", "gap 55 lunch tea", "b"]);
  });

  test("has a short break as a row of its own", () =>
    expect(shortly([at("a", 0, 30), at("b", 40, 30)], [pause("tea", 30, 10)])).toEqual([
      "a",
      "pause tea",
      "b",
    ]));

  test("leaves out breaks outside of it, breaks that were called off, and sessions that are not starred", () =>
    expect(
      shortly(
        [at("a", 0, 30), at("b", 50, 30)],
        [
          pause("early", -30, 30),
          pause("late", 80, 30),
          { ...pause("off", 30, 20), status: "CANCELLED" },
          at("talk", 30, 20),
        ],
      ),
    ).toEqual(["a", "gap 20", "b"]));

  test("says the way instead of free time where time is short, both where a break lies in it", () => {
    const next = at("b", 50, 30, { room: "Attic" });
    expect(shortly([at("a", 0, 30), next])).toEqual(["a", "20 to Attic", "b"]);
    expect(shortly([at("a", 0, 30), next], [pause("tea", 30, 20)])).toEqual(["a", "gap 20 tea", "b"]);
    const away = { ...next, venue: "Hill House", geo: { latitude: 1, longitude: 1.05 } };
    const here = at("a", 0, 30, { venue: "Quay House", geo: { latitude: 1, longitude: 1 } });
    expect(shortly([here, away], [pause("tea", 30, 20)])).toEqual([
      "a",
      "gap 20 tea",
      "20 to Hill House",
      "b",
    ]);
  });

  test("puts what clashes together, and counts free time from the last of them to end", () =>
    expect(shortly([at("long", 0, 90), at("short", 10, 20), at("next", 110, 30)])).toEqual([
      "clash long short",
      "gap 20",
      "next",
    ]));

  test("what is cancelled or lasts all day stands there, and takes up no time", () =>
    expect(
      shortly([
        at("fair", -60, 600, { allDay: true }),
        at("a", 0, 30),
        at("off", 30, 30, { status: "CANCELLED" }),
        at("b", 60, 30),
      ]),
    ).toEqual(["fair", "a", "off", "gap 30", "b"]));

  const sessions = fc
    .array(
      fc.record({
        start: fc.integer({ min: 0, max: 600 }),
        length: fc.integer({ min: 0, max: 120 }),
        room: fc.constantFrom("Hall H", "Attic", null),
        status: fc.constantFrom(null, null, null, "CANCELLED"),
        starred: fc.boolean(),
        kind: fc.constantFrom<Session["kind"]>("talk", "talk", "break"),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ start, length, starred, ...over }, index) => ({
        starred,
        session: at(`s${index}`, start, length, over),
      })),
    );

  test("holds each starred session once, in order, and calls no time free in which one is on", () =>
    fc.assert(
      fc.property(sessions, (rows) => {
        const mine = rows.filter(({ starred }) => starred).map(({ session }) => session);
        if (mine.length === 0) return;
        const { entries, sessions } = dayOf(
          mine,
          rows.filter(({ starred }) => !starred).map(({ session }) => session),
        );
        const shown = entries.flatMap((entry) =>
          entry.is === "session" ? [entry.session] : entry.is === "clash" ? entry.group.sessions : [],
        );
        expect(new Set(shown)).toEqual(new Set(mine));
        expect(shown).toHaveLength(mine.length);
        for (const gap of entries.filter((entry) => entry.is === "gap"))
          for (const { startsAt, endsAt } of sessions.filter(isHeld))
            expect(startsAt >= gap.until || endsAt <= gap.at).toBe(true);
      }),
    ));
});

describe("what clashes", () => {
  const three = [at("a", 0, 40), at("b", 30, 40), at("c", 60, 40)];

  test("hangs together in one group, over a session that overlaps two others", () => {
    const [group] = clashGroupsOf(three);
    expect(group?.sessions.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect([group?.from, group?.until]).toEqual([noon + 30 * MINUTE, noon + 70 * MINUTE]);
  });

  test("has to go only where it overlaps what is kept", () => {
    const [a, b] = three;
    const clashes = clashesOf(three);
    expect(a && rivalsOf(a, clashes).map(({ id }) => id)).toEqual(["b"]);
    expect(b && rivalsOf(b, clashes).map(({ id }) => id)).toEqual(["a", "c"]);
  });

  test("makes two groups where nothing joins them", () =>
    expect(clashGroupsOf([at("a", 0, 30), at("b", 10, 30), at("c", 60, 30), at("d", 70, 30)])).toHaveLength(
      2,
    ));
});

describe("the agenda when all is over", () => {
  test("sums up what was had: clashes once, no breaks, nothing that was cancelled", () => {
    const sessions = [
      at("a", 0, 60),
      at("b", 30, 60),
      pause("lunch", 90, 60),
      at("off", 150, 60, { status: "CANCELLED" }),
      { ...at("c", 24 * 60, 30), day: "2030-05-22" },
    ];
    const agenda = agendaOf(sampleConference(sessions), new Set(sessions.map(({ id }) => id)));
    expect(keepsakeOf(agenda)).toEqual({ sessions: 3, days: 2, time: 2 * HOUR });
  });
});
