import { describe, expect, test } from "vitest";
import { type Clock, REAL_CLOCK } from "./clock";
import type { Lead } from "./lead";
import { type Asked, lateUntil, lostBy, planOf, remindersOf, startWords, verdictOf } from "./reminder";
import { sampleConference, sampleSession } from "./sample";
import type { Star } from "./star";
import { HOUR, MINUTE, SECOND } from "./time";
import { changedWishes, FIRST_WISHES } from "./wishes";

const session = sampleSession();
const fireAt = session.startsAt - 5 * MINUTE;
const star = (over: Partial<Star> = {}): Star => ({
  sessionId: session.id,
  starredAt: fireAt - HOUR,
  run: REAL_CLOCK.run,
  appStarredAt: fireAt - HOUR,
  ...over,
});
const plan = (
  stars: readonly Star[],
  clock: Clock = REAL_CLOCK,
  sessions = [session],
  asked: Partial<Asked> = {},
) =>
  planOf(sampleConference(sessions), { stars, wishes: FIRST_WISHES, leads: [], ...asked }, clock).map(
    (reminder) => reminder.fireAt,
  );

describe("the plan of reminders", () => {
  test("holds each alarm of each starred session, by fire time", () => {
    const earlier = sampleSession({ id: "s0", alarms: [{ related: "end", offset: MINUTE }] });
    const stars = [star(), star({ sessionId: "s0" })];
    expect(plan(stars, REAL_CLOCK, [earlier, session])).toEqual([fireAt, earlier.endsAt + MINUTE]);
  });

  test("holds nothing for a session without a star, or a cancelled one", () => {
    expect(plan([])).toEqual([]);
    expect(plan([star()], REAL_CLOCK, [sampleSession({ status: "CANCELLED" })])).toEqual([]);
  });

  test("rings once where two alarms meet", () => {
    const twice = sampleSession({
      alarms: [
        { related: "start", offset: -5 * MINUTE },
        { related: "none", at: fireAt },
      ],
    });
    expect(remindersOf(twice, "feed")).toHaveLength(1);
  });

  test("gives a moved session a new reminder", () => {
    const moved = sampleSession({ startsAt: session.startsAt + HOUR });
    expect(remindersOf(moved, "feed")[0]?.id).not.toBe(remindersOf(session, "feed")[0]?.id);
  });
});

describe("stars and the past", () => {
  const rehearsal = { ...REAL_CLOCK, run: "rehearsal-1" };

  test("what had passed when the star was set is not owed", () => {
    expect(plan([star({ starredAt: fireAt })])).toEqual([]);
    expect(plan([star({ starredAt: fireAt - 1 })])).toEqual([fireAt]);
  });

  test("a star set before a rehearsal is older than everything in it", () =>
    expect(plan([star({ starredAt: fireAt + 1_000 * HOUR })], rehearsal)).toEqual([fireAt]));

  test("in the rehearsal in which it was set, a star counts from then", () => {
    expect(plan([star({ run: rehearsal.run, appStarredAt: fireAt })], rehearsal)).toEqual([]);
    expect(plan([star({ run: rehearsal.run, appStarredAt: fireAt - 1 })], rehearsal)).toEqual([fireAt]);
  });

  test("after the rehearsal it counts from the real moment at which it was set", () => {
    const set = { run: rehearsal.run, appStarredAt: fireAt - HOUR };
    expect(plan([star({ ...set, starredAt: fireAt + HOUR })])).toEqual([]);
    expect(plan([star({ ...set, starredAt: fireAt - HOUR })])).toEqual([fireAt]);
  });
});

describe("lead times of the attendee's own", () => {
  const since = (at: number) => ({ at, run: REAL_CLOCK.run, appAt: at });
  const own = (lead: Lead, at = fireAt - HOUR) => ({
    leads: [{ sessionId: session.id, lead, since: since(at) }],
  });
  const wishes = (change: Parameters<typeof changedWishes>[1], at = fireAt - HOUR) => ({
    wishes: changedWishes(FIRST_WISHES, change, since(at)),
  });
  const asking = (asked: Partial<Asked>, of = session) => plan([star()], REAL_CLOCK, [of], asked);
  const at = (lead: number) => session.startsAt - lead * MINUTE;

  test.each([
    ["feed", [at(5)]],
    [0, [at(0)]],
    [10, [at(10)]],
    [15, [at(15)]],
    ["none", []],
  ] as const)("%s, for one session and for all", (lead, times) => {
    expect(asking(own(lead))).toEqual(times);
    expect(asking(wishes({ lead }))).toEqual(times);
  });

  test("that of one session goes before that for all", () =>
    expect(asking({ ...own(15), ...wishes({ lead: "none" }) })).toEqual([at(15)]));

  test("that is the one for all again follows it, from that moment on", () => {
    const again = (leadSince: number) => ({
      leads: [{ sessionId: session.id, lead: null, since: since(at(12)) }],
      ...wishes({ lead: 10 }, leadSince),
    });
    expect(asking(again(at(20)))).toEqual([at(10)]);
    expect(asking(again(at(9)))).toEqual([]);
    expect(asking({ leads: [{ sessionId: session.id, lead: null, since: since(at(5)) }] })).toEqual([]);
  });

  test("take the place of every alarm of the feed", () => {
    const busy = sampleSession({
      alarms: [
        { related: "end", offset: 0 },
        { related: "none", at: 0 },
      ],
    });
    expect(asking(own(10), busy)).toEqual([at(10)]);
  });

  test("leave an all-day session to its feed, but for silence", () => {
    const morning = sampleSession({ allDay: true, alarms: [{ related: "start", offset: 8 * HOUR }] });
    expect(asking(own(10), morning)).toEqual([morning.startsAt + 8 * HOUR]);
    expect(asking(own("none"), morning)).toEqual([]);
  });

  test("a session without an alarm rings five minutes before; not one without a start, nor a dismissed one", () => {
    expect(asking({}, sampleSession({ alarms: [] }))).toEqual([at(5)]);
    expect(asking({}, sampleSession({ alarms: [], allDay: true }))).toEqual([]);
    expect(asking({}, sampleSession({ alarms: [], alarmsDismissed: true }))).toEqual([]);
  });

  test("what had passed under the new lead time as it was set is not owed", () => {
    expect(asking(own(15, at(15)))).toEqual([]);
    expect(asking(own(15, at(15) - 1))).toEqual([at(15)]);
    expect(asking(wishes({ lead: 15 }, at(12)))).toEqual([]);
  });

  test("a wish for all that changes nothing about lead times leaves their moment alone", () => {
    const first = changedWishes(FIRST_WISHES, { lead: 15 }, since(at(20)));
    const then = changedWishes(first, { sound: false }, since(at(3)));
    expect(asking({ wishes: then })).toEqual([at(15)]);
  });

  test("every session rings where that is wished for, breaks only where they are too", () => {
    const lunch = sampleSession({ id: "lunch", kind: "break" });
    const off = sampleSession({ id: "off", status: "CANCELLED" });
    const all = (change: Parameters<typeof changedWishes>[1], when?: number) =>
      plan([], REAL_CLOCK, [session, lunch, off], wishes(change, when));
    expect(all({ scope: "stars" })).toEqual([]);
    expect(all({ scope: "every" })).toEqual([fireAt]);
    expect(all({ scope: "every", breaks: true })).toEqual([fireAt, fireAt]);
    expect(all({ scope: "every" }, fireAt)).toEqual([]);
    // A star is older than the wish.
    expect(plan([star()], REAL_CLOCK, [session], wishes({ scope: "every" }, fireAt))).toEqual([fireAt]);
  });

  test("what a new lead time comes too late for is counted, but not silence that was asked for", () => {
    const later = sampleSession({ id: "later", startsAt: session.startsAt + HOUR });
    const lost = (change: Parameters<typeof changedWishes>[1], minutesBefore: number) => {
      const now = at(minutesBefore);
      const before: Asked = {
        stars: [star(), star({ sessionId: "later" })],
        wishes: FIRST_WISHES,
        leads: [],
      };
      const after = { ...before, wishes: changedWishes(FIRST_WISHES, change, since(now)) };
      return lostBy(sampleConference([session, later]), before, after, REAL_CLOCK, now);
    };
    expect(lost({ lead: 15 }, 12)).toBe(1);
    expect(lost({ lead: 15 }, 16)).toBe(0);
    expect(lost({ lead: 15 }, 4)).toBe(0); // It has rung already.
    expect(lost({ lead: "none" }, 12)).toBe(0);
    expect(lost({ sound: false }, 12)).toBe(0);
  });

  test("a starred break rings whatever is wished for breaks", () =>
    expect(asking({}, sampleSession({ kind: "break" }))).toEqual([fireAt]));
});

describe("the late rule", () => {
  const [reminder] = remindersOf(session, "feed");
  const [after] = remindersOf(sampleSession({ alarms: [{ related: "start", offset: 10 * MINUTE }] }), "feed");
  if (!reminder || !after) throw new Error("the sample has alarms");

  test.each([
    [fireAt - 1, "wait"],
    [fireAt, "ring"],
    [session.startsAt + 2 * MINUTE, "ring"],
    [session.startsAt + 2 * MINUTE + 1, "missed"],
  ])("at %i: %s", (now, verdict) => expect(verdictOf(reminder, now)).toBe(verdict));

  test("counts from the fire time where that is after the start", () =>
    expect(lateUntil(after)).toBe(session.startsAt + 12 * MINUTE));
});

test.each([
  [5 * MINUTE, "starts in 5 min"],
  [5 * MINUTE - 80, "starts in 5 min"],
  [3 * MINUTE + 20 * SECOND, "starts in 3 min"],
  [20 * SECOND, "starts in 1 min"],
  [0, "started 0 min ago"],
  [-10 * SECOND, "started 0 min ago"],
  [-90 * SECOND, "started 1 min ago"],
  [-MINUTE, "started 1 min ago"],
  [-2 * MINUTE, "started 2 min ago"],
])("%i ms before the start: %s", (left, words) => expect(startWords(1e12, 1e12 - left)).toBe(words));
