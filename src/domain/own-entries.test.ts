import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaOf, keepsakeOf } from "./agenda";
import { atHand } from "./at-hand";
import { REAL_CLOCK } from "./clock";
import { lanesOf } from "./lanes";
import { stageOf } from "./now-next";
import { withOwnEntries } from "./own-entries";
import type { OwnEntry } from "./own-entry";
import { type Asked, planOf } from "./reminder";
import { sampleConference, sampleSession } from "./sample";
import { MINUTE } from "./time";
import { FIRST_WISHES } from "./wishes";

const noon = Date.parse("2030-05-21T12:00:00Z");
const at = (id: string, start: number, length: number, room = "Hall H") =>
  sampleSession({ id, startsAt: noon + start * MINUTE, endsAt: noon + (start + length) * MINUTE, room });
const entry = (start: number, length = 30, over: Partial<OwnEntry> = {}): OwnEntry => ({
  sessionId: `own:${start}`,
  title: "Coffee",
  startsAt: noon + start * MINUTE,
  endsAt: noon + (start + length) * MINUTE,
  room: null,
  since: { at: 0, run: "real", appAt: 0 },
  ...over,
});

const conference = sampleConference([at("one", 0, 30), at("two", 30, 30, "Attic"), at("three", 90, 30)]);
const star = (sessionId: string) => ({ sessionId, starredAt: 0, run: "real", appStarredAt: 0 });
const asked: Asked = { stars: [star("one"), star("three")], wishes: FIRST_WISHES, leads: [] };
const of = { conference, asked };
const agendaWith = (...entries: OwnEntry[]) => {
  const whole = withOwnEntries(of, entries);
  return agendaOf(whole.conference, new Set(whole.asked.stars.map(({ sessionId }) => sessionId)));
};

describe("own entries among the sessions", () => {
  test("where there are none it is the very same object", () => expect(withOwnEntries(of, [])).toBe(of));

  test("the same conference comes of the same entries, another one of others", () => {
    const one = withOwnEntries(of, [entry(60)]);
    expect(withOwnEntries(of, [entry(60)]).conference).toBe(one.conference);
    expect(withOwnEntries(of, [entry(61)]).conference).not.toBe(one.conference);
  });

  test("each stands in its place, on the day that the conference cuts, here before four in the morning", () => {
    const { sessions } = withOwnEntries(of, [entry(60), entry(-601), entry(0, 10)]).conference;
    expect(sessions.map(({ id }) => id)).toEqual([...["own:-601", "own:0", "one", "two", "own:60", "three"]]);
    expect(sessions[0]).toMatchObject({ day: "2030-05-20", own: true, uid: "own:-601" });
  });

  test("an id of the feed's stays the feed's", () => {
    const both = withOwnEntries(of, [entry(60, 30, { sessionId: "one" }), entry(65)]);
    expect(both.conference.sessions.filter(({ id }) => id === "one")).toEqual([conference.sessions[0]]);
    expect(both.asked.stars).toHaveLength(3);
  });

  test("rooms keep their colours, and what is no room of the conference has none", () => {
    const { sessions } = withOwnEntries(of, [
      entry(-60, 30, { room: "Foyer" }),
      entry(-59, 30, { room: "Attic" }),
    ]).conference;
    expect([...lanesOf(sessions).values()]).toEqual([...lanesOf(conference.sessions).values()]);
  });

  test("the conference begins and ends with what is the conference's", () => {
    const { sessions } = withOwnEntries(of, [entry(-600), entry(600)]).conference;
    expect(stageOf(sessions, noon - 590 * MINUTE)).toBe("before");
    expect(stageOf(sessions, noon + 590 * MINUTE)).toBe("over");
  });

  test("the board on the table has it next", () => {
    const { sessions } = withOwnEntries(of, [entry(60)]).conference;
    expect(atHand(sessions, new Set(["three", "own:60"]), noon).next).toMatchObject([{ id: "own:60" }]);
  });
});

describe("in the agenda", () => {
  test("it clashes, in minutes", () =>
    expect(agendaWith(entry(20)).days[0]?.entries[0]).toMatchObject({
      is: "clash",
      group: { sessions: [{ id: "one" }, { id: "own:20" }], clashes: [{ minutes: 10 }] },
    }));

  test("it fills free time, and what is left is free", () =>
    expect(agendaWith(entry(50, 20)).days[0]?.entries).toMatchObject([
      { is: "session", session: { id: "one" } },
      { is: "gap", at: noon + 30 * MINUTE, until: noon + 50 * MINUTE },
      { is: "session", session: { id: "own:50" } },
      { is: "gap", at: noon + 70 * MINUTE, until: noon + 90 * MINUTE },
      { is: "session", session: { id: "three" } },
    ]));

  test("the way to it is said", () =>
    expect(agendaWith(entry(35, 20, { room: "Foyer" })).days[0]?.entries[1]).toMatchObject({
      is: "transfer",
      transfer: { from: "Hall H", to: "Foyer", minutes: 5 },
    }));

  test("it is no session that one had", () => expect(keepsakeOf(agendaWith(entry(50))).sessions).toBe(2));
});

describe("what rings", () => {
  const clock = REAL_CLOCK;
  const planned = (entries: readonly OwnEntry[], wishes = {}, leads: Asked["leads"] = []) => {
    const more = { ...asked, wishes: { ...FIRST_WISHES, ...wishes }, leads };
    const whole = withOwnEntries({ conference, asked: more }, entries);
    return planOf(whole.conference, whole.asked, clock);
  };
  const own = (...args: Parameters<typeof planned>) =>
    planned(...args)
      .filter(({ session }) => session.own)
      .map(({ id }) => id);
  const id = (minutes: number) => `own:60@${noon + minutes * MINUTE}`;

  test("five minutes before, or as wished for all or for it", () => {
    expect(own([entry(60)])).toEqual([id(55)]);
    expect(own([entry(60)], { lead: 10 })).toEqual([id(50)]);
    const since = { at: 0, run: "real", appAt: 0 };
    expect(own([entry(60)], { lead: 10 }, [{ sessionId: "own:60", lead: 15, since }])).toEqual([id(45)]);
    expect(own([entry(60)], { lead: "none" })).toEqual([]);
  });

  test("not what had passed as it was put in, nor where everything rings; and never twice", () => {
    const late = entry(60, 30, { since: { at: noon + 56 * MINUTE, run: "real", appAt: 0 } });
    for (const wishes of [{}, { scope: "every", breaks: true }]) {
      expect(own([late], wishes)).toEqual([]);
      expect(own([entry(60)], wishes)).toEqual([id(55)]);
    }
  });

  test("moved, it rings anew", () => {
    const moved = entry(60, 30, { startsAt: noon + 75 * MINUTE, endsAt: noon + 90 * MINUTE });
    expect(own([moved])).toEqual([id(70)]);
  });

  test("whatever is put in, of the feed's own sessions the same is asked", () => {
    const anEntry = fc.record({
      sessionId: fc.oneof(
        fc.uuid().map((uuid) => `own:${uuid}`),
        fc.constantFrom("one", "two", "own:1"),
      ),
      title: fc.string(),
      start: fc.integer({ min: -3000, max: 3000 }),
      length: fc.integer({ min: 0, max: 300 }),
      room: fc.constantFrom(null, "Hall H", "Foyer"),
      at: fc.integer({ min: noon - 1e7, max: noon + 1e7 }),
    });
    fc.assert(
      fc.property(
        fc.array(anEntry, { maxLength: 8 }),
        fc.constantFrom("stars" as const, "every" as const),
        fc.constantFrom("feed" as const, 0, 10, "none" as const),
        (some, scope, lead) => {
          const entries = some.map(({ start, length, at, ...words }) => ({
            ...entry(start, length),
            ...words,
            since: { at, run: "real", appAt: at },
          }));
          const ofFeed = (all: readonly OwnEntry[]) =>
            planned(all, { scope, lead }).filter(({ session }) => !session.own);
          expect(ofFeed(entries)).toEqual(ofFeed([]));
          const { sessions } = withOwnEntries(of, entries).conference;
          expect(sessions.filter((session) => !session.own)).toEqual(conference.sessions);
          expect(sessions.map(({ startsAt }) => startsAt)).toEqual(
            sessions.map(({ startsAt }) => startsAt).sort((a, b) => a - b),
          );
        },
      ),
    );
  });
});
