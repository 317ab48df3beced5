import { expect, test, vi } from "vitest";
import { assignIds } from "./assign-ids";
import type { EventSession } from "./event-to-session";

const event = (title: string) =>
  ({ session: { uid: "u", title, room: "R", startsAt: 0 }, replaces: null }) as unknown as EventSession;

test("entries that are wholly the same are told apart by their number", () => {
  const [one, two, three, other] = assignIds([event("a"), event("a"), event("a"), event("b")]);
  expect([two, three]).toEqual([`${one}#2`, `${one}#3`]);
  expect(other).not.toContain(one);
});

test("an id that stands in the feed already is nobody else's", () => {
  const [one] = assignIds([event("a"), event("a")]);
  const taken = { session: { ...event("c").session, uid: `${one}#2` }, replaces: null } as EventSession;
  const ids = assignIds([taken, event("a"), event("a"), event("a")]);
  expect(new Set(ids).size).toBe(4);
});

test("thousands of the same entry are numbered in steps that grow with their count alone", () => {
  const looks = vi.spyOn(Set.prototype, "has");
  const ids = assignIds(Array.from({ length: 2_000 }, () => event("a")));
  const { length } = looks.mock.calls;
  looks.mockRestore();
  expect(new Set(ids).size).toBe(2_000);
  expect(length).toBeLessThan(3 * 2_000);
});
