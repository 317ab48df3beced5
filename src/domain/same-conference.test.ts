import { expect, test } from "vitest";
import { isSameConference } from "./same-conference";
import { sampleSession } from "./sample";

const day = Array.from({ length: 6 }, (_, index) =>
  sampleSession({ id: `s${index}`, title: `Talk ${index}`, startsAt: index }),
);
const same = (one: typeof day, other: typeof day) => [
  isSameConference({ sessions: one }, { sessions: other }),
  isSameConference({ sessions: other }, { sessions: one }),
];

test("a programme that has grown, moved and lost sessions is still the same conference", () => {
  const later = day.map((session) => ({ ...session, startsAt: session.startsAt + 60 }));
  expect(same(day, later)).toEqual([true, true]);
  expect(same(day.slice(0, 2), day)).toEqual([true, true]);
  expect(same(day, [...day.slice(3), sampleSession({ id: "new" })])).toEqual([true, true]);
});

test("feeds that merely count their sessions are not the same conference", () => {
  const other = day.map((session) => ({ ...session, title: `Other ${session.id}`, startsAt: 1_000 }));
  expect(same(day, other)).toEqual([false, false]);
  expect(same(day, [])).toEqual([false, false]);
});
