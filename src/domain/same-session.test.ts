import { expect, test } from "vitest";
import { keptSessions } from "./same-session";
import { sampleSession } from "./sample";

const before = ["s1", "s2", "s3"].map((id) => sampleSession({ id, categories: ["Data"] }));

test("a refresh that changes nothing leaves every session the object that it was", () =>
  expect(keptSessions(before, structuredClone(before))).toBe(before));

test("a refresh that changes one session leaves all others the objects that they were", () => {
  const after = structuredClone(before).map((session) =>
    session.id === "s2" ? { ...session, categories: ["Maps"] } : session,
  );
  const kept = keptSessions(before, after);
  expect(kept.map((session, index) => session === before[index])).toEqual([true, false, true]);
  expect(kept).toEqual(after);
});

test("a field that comes, and one that goes, is a change", () => {
  const [first, ...rest] = structuredClone(before);
  if (!first) throw new Error("There is no session.");
  const gone = { ...first, goneAt: 1 };
  expect(keptSessions(before, [gone, ...rest])[0]).toBe(gone);
  expect(keptSessions([gone, ...rest], [first, ...rest])[0]).toBe(first);
});

test("a session that moves in the order is no other session", () => {
  const turned = structuredClone(before).reverse();
  const kept = keptSessions(before, turned);
  expect(kept.map(({ id }) => id)).toEqual(["s3", "s2", "s1"]);
  expect(kept[0]).toBe(before[2]);
});
