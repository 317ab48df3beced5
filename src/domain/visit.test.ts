import { expect, test } from "vitest";
import { sampleSession } from "./sample";
import { canBeMarked, pressedVisit, ratedVisit, visitWords } from "./visit";

const rated = ratedVisit("s1", 4);

test("a mark that is pressed again goes", () => {
  const seen = pressedVisit("s1", null, "seen");
  expect(seen).toEqual({ sessionId: "s1", was: "seen", rating: null });
  expect(pressedVisit("s1", seen, "seen")).toBeNull();
});

test("what is rated was seen; what was skipped has no rating", () => {
  expect(rated).toEqual({ sessionId: "s1", was: "seen", rating: 4 });
  expect(pressedVisit("s1", rated, "skipped")).toEqual({ sessionId: "s1", was: "skipped", rating: null });
  expect(ratedVisit("s1", null)).toEqual({ sessionId: "s1", was: "seen", rating: null });
});

test("it is said in few words", () => {
  expect(visitWords(rated)).toBe("Seen · 4 of 5");
  expect(visitWords({ ...rated, rating: null })).toBe("Seen");
  expect(visitWords({ ...rated, was: "skipped", rating: null })).toBe("Skipped");
});

test("a session can be marked once it has begun, unless it was off, or is a break", () => {
  const session = sampleSession();
  const { startsAt } = session;
  expect(canBeMarked(session, startsAt - 1)).toBe(false);
  expect(canBeMarked(session, startsAt)).toBe(true);
  expect(canBeMarked({ ...session, status: "CANCELLED" }, startsAt)).toBe(false);
  expect(canBeMarked({ ...session, kind: "break" }, startsAt)).toBe(false);
  const gone = { ...session, status: "CANCELLED" };
  expect(canBeMarked({ ...gone, goneAt: startsAt - 1 }, startsAt + 9)).toBe(false);
  expect(canBeMarked({ ...gone, goneAt: startsAt + 1 }, startsAt + 9)).toBe(true);
});
