import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaOf, keepsakeOf } from "./agenda";
import { type Conference, sessionOf } from "./conference";
import { matchAgain } from "./match-again";
import { sampleConference, sampleSession } from "./sample";
import type { Session } from "./session";
import { type Edition, type Succession, succeed } from "./succession";
import { HOUR } from "./time";

const NOON = Date.parse("2030-05-21T12:00:00Z");
const DAWN = NOON - 8 * HOUR;
const at = (id: string, hour: number, over: Partial<Session> = {}) =>
  sampleSession({ id, title: `Title of ${id}`, startsAt: NOON + hour * HOUR, ...over });
const [one, two, three] = [at("one", 0), at("two", 1), at("three", 2)];
const all = [one, two, three];

const edition = (conference: Conference, text = ""): Edition => ({
  conference,
  details: {
    report: [],
    sessions: Object.fromEntries(
      conference.sessions.map(({ id, title }) => [
        id,
        { summary: "", description: text + title, location: "" },
      ]),
    ),
  },
});
const saved = edition(sampleConference(all));
const next = (
  sessions: readonly Session[],
  starred: readonly string[] = [],
  from: Edition = saved,
  now = DAWN,
) =>
  succeed(from, edition(sampleConference(sessions)), { starred: new Set(starred), spokenOf: new Set() }, now);
const toldOf = ({ changes }: Succession) =>
  changes.map(({ sessionId, aspects }) => `${sessionId} ${aspects.map(({ is }) => is).join(" ")}`);

describe("what follows a saved state", () => {
  test("equals what arrived where nothing differs, and tells nothing", () => {
    const same = next(all, ["one"]);
    expect(same.changes).toEqual([]);
    expect(same).toMatchObject(saved);
  });

  test("keeps what is gone as cancelled, while it is starred or lies ahead", () => {
    const after = next([three], ["one"], saved, NOON + 1.25 * HOUR);
    expect(toldOf(after)).toEqual(["one gone", "two gone"]);
    expect(after.conference.gone?.map(({ id, status }) => [id, status])).toEqual([
      ["one", "CANCELLED"],
      ["two", "CANCELLED"],
    ]);
    const later = next([three], ["one"], after, NOON + 3 * HOUR);
    expect(toldOf(later)).toEqual([]);
    expect(later.conference.gone?.map(({ id }) => id)).toEqual(["one"]);
    expect(later.details.gone).toEqual({ one: { summary: "", description: "Title of one", location: "" } });
  });

  test("keeps what was written to or marked as it keeps stars, but tells no more of it", () => {
    const said = { starred: new Set<string>(), spokenOf: new Set(["one"]) };
    const without = edition(sampleConference([two, three]));
    const after = succeed(saved, without, said, NOON + 3 * HOUR);
    expect(after.conference.gone?.map(({ id }) => id)).toEqual(["one"]);
    expect(after.details.gone).toMatchObject({ one: { description: "Title of one" } });
    expect(succeed(saved, edition(saved.conference, "More about "), said, DAWN).changes).toEqual([]);
  });

  test("shows a starred session that is gone where it stood in the agenda", () => {
    const { conference } = next([two, three], ["one", "two"]);
    const agenda = agendaOf(conference, new Set(["one", "two", "never heard of"]));
    expect(agenda.days.map(({ sessions }) => sessions.map(({ id }) => id))).toEqual([["one", "two"]]);
    expect(agenda.gone).toBe(1);
    expect(agendaOf(conference, new Set(["two"])).days[0]?.sessions).toEqual([two]);
  });

  test("counts as had what went after it was held, and not what went before", () => {
    const had = (now: number) =>
      keepsakeOf(agendaOf(next([three], ["one"], saved, now).conference, new Set(["one"])));
    expect(had(DAWN).sessions).toBe(0);
    expect(had(NOON + HOUR)).toMatchObject({ sessions: 1, days: 1 });
  });

  test("tells that a session is back, and with it nothing is left of its absence", () => {
    const back = next(all, ["one"], next([two, three], ["one"]));
    expect(toldOf(back)).toEqual(["one back"]);
    expect(back.conference).toEqual(saved.conference);
    expect(back.details).toEqual(saved.details);
  });

  test("tells of a new description of starred sessions alone", () => {
    const arrived = edition(saved.conference, "More about ");
    expect(toldOf(succeed(saved, arrived, { starred: new Set(["two"]), spokenOf: new Set() }, DAWN))).toEqual(
      ["two details"],
    );
  });
});

describe("a session that was deleted and made again", () => {
  const anew = { ...one, id: "one anew", uid: "one anew" };

  test("is the same one: nothing is told, and its earlier id leads to it", () => {
    const after = next([anew, two, three], ["one"]);
    expect(after.changes).toEqual([]);
    expect(after.conference.gone).toBeUndefined();
    expect(after.conference.renamed).toEqual([["one", "one anew"]]);
    expect(sessionOf(after.conference, "one")).toEqual(anew);
  });

  test("is found where the feed was without it for a while, and moved meanwhile", () => {
    const moved = { ...anew, startsAt: one.startsAt + HOUR, endsAt: one.endsAt + HOUR };
    expect(toldOf(next([moved, two, three], ["one"], next([two, three], ["one"])))).toEqual([
      "one anew back moved",
    ]);
  });

  test("twice is followed through both, and back", () => {
    const first = next([anew, two, three]);
    const second = next([{ ...anew, id: "one more" }, two, three], [], first);
    expect(second.conference.renamed).toEqual([
      ["one", "one more"],
      ["one anew", "one more"],
    ]);
    const back = next([one, two, three], [], second);
    expect(sessionOf(back.conference, "one anew")).toEqual(one);
    expect(sessionOf(back.conference, "one")).toEqual(one);
  });

  test("is not guessed at where two look alike", () => {
    const twins = [at("a", 0, { title: "Break" }), at("b", 1, { title: "Break" })];
    expect(matchAgain(twins, [at("c", 0, { title: "Break" })])).toEqual([]);
    expect(
      matchAgain(twins.slice(1), [at("c", 0, { title: "Break" }), at("d", 1, { title: "Break" })]),
    ).toEqual([]);
    expect(matchAgain(twins.slice(1), [at("c", 3, { title: "Break", room: "Attic" })])).toEqual([]);
  });
});

test("however feeds follow one another, a starred session stays known, and each edit is told as it happens", () => {
  const feeds = fc.array(fc.subarray(all), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(feeds, fc.subarray(["one", "two", "three"]), (states, starred) => {
      let state = saved;
      let held = all.map(({ id }) => id);
      for (const sessions of states) {
        const after = next(sessions, starred, state);
        const now = sessions.map(({ id }) => id);
        expect(toldOf(after).sort()).toEqual(
          [
            ...held.filter((id) => !now.includes(id)).map((id) => `${id} gone`),
            ...now.filter((id) => !held.includes(id)).map((id) => `${id} back`),
          ].sort(),
        );
        for (const id of starred) expect(sessionOf(after.conference, id)?.id).toBe(id);
        [state, held] = [after, now];
      }
      const end = next(all, starred, state);
      expect(end.conference).toEqual(saved.conference);
    }),
  );
});
