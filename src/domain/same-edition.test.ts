import fc from "fast-check";
import { expect, test } from "vitest";
import { isSame } from "./same-edition";
import { sampleConference, sampleSession } from "./sample";
import type { Edition } from "./succession";

const edition = fc
  .array(
    fc.record({
      title: fc.constantFrom("a", "b"),
      room: fc.constantFrom(null, "", "a"),
      categories: fc.array(fc.constantFrom("", "a"), { maxLength: 2 }),
      part: fc.constantFrom(null, { number: 1, of: 2 }),
      text: fc.constantFrom("", "a"),
    }),
    { maxLength: 2 },
  )
  .map((states): Edition => {
    const sessions = states.map(({ text, ...state }, index) => sampleSession({ id: `s${index}`, ...state }));
    const details = states.map(({ text: description }, index) => [
      `s${index}`,
      { summary: "", description, location: "" },
    ]);
    return {
      conference: sampleConference(sessions),
      details: { sessions: Object.fromEntries(details), report: [] },
    };
  });

test("two states are the same exactly where they would be written alike", () => {
  fc.assert(
    fc.property(edition, edition, (one, other) => {
      expect(isSame(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      expect(isSame(one, structuredClone(one))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("what the store has added of its own, and what is not said, make no difference", () => {
  const conference = sampleConference([sampleSession()]);
  const details = { sessions: {}, report: [] };
  const added = { ...conference, dayStartHour: undefined, gone: [sampleSession()], renamed: [] };
  expect(
    isSame({ conference, details }, { conference: added as never, details: { ...details, gone: {} } }),
  ).toBe(true);
});
