import { expect, test } from "vitest";
import { REAL_CLOCK } from "./clock";
import { sessionOf, sessionsOf } from "./conference";
import { planOf } from "./reminder";
import { sampleConference, sampleSession } from "./sample";
import { FIRST_WISHES } from "./wishes";

const sessions = Array.from({ length: 1_000 }, (_, index) => sampleSession({ id: `s${index}` }));

/** A schedule that counts how often one of its sessions is looked at. */
function counted() {
  let looks = 0;
  const list = new Proxy(sessions, {
    get: (all, name, self) => {
      if (typeof name === "string" && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(all, name, self);
    },
  });
  return { conference: sampleConference(list), looks: () => looks };
}

test("a schedule is gone through once, however many of its sessions are asked for", () => {
  const { conference, looks } = counted();
  expect(sessionOf(conference, "s999")).toBe(sessions[999]);
  const before = looks();
  for (const { id } of sessions) expect(sessionOf(conference, id)?.id).toBe(id);
  expect(looks() - before).toBe(1_000);
});

test("a plan looks at the starred sessions alone, and keeps the order of the schedule", () => {
  const { conference, looks } = counted();
  const plan = (...ids: readonly string[]) => {
    const stars = ids.map((sessionId) => ({ sessionId, starredAt: 0, run: "real", appStarredAt: 0 }));
    return planOf(conference, { stars, wishes: FIRST_WISHES, leads: [] }, REAL_CLOCK);
  };
  plan("s1");
  const before = looks();
  expect(plan("s900", "gone", "s2").map(({ session }) => session.id)).toEqual(["s2", "s900"]);
  expect(looks() - before).toBe(2);
});

test("a session that was made again is found by its earlier id, and one that is gone by its own", () => {
  const gone = [sampleSession({ id: "gone" })];
  const conference = { sessions, gone, renamed: [["before", "s3"]] as const };
  expect(sessionOf(conference, "before")).toBe(sessions[3]);
  expect(sessionOf(conference, "gone")).toBe(gone[0]);
  expect(sessionOf(conference, "never")).toBeUndefined();
  expect(sessionsOf(conference, ["gone"])).toEqual([]);
});
