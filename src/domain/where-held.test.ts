import { expect, test } from "vitest";
import { sampleConference, sampleSession } from "./sample";
import { whereHeld } from "./where-held";

const at = (id: string, venue: string | null, city: string | null) => sampleSession({ id, venue, city });

test("the venue and the city of most sessions come first, and nothing is made up", () => {
  const sessions = [
    at("a", "Annexe", null),
    at("b", "Great House", "Bath"),
    at("c", "Great House", "Bath"),
    at("d", null, "Bristol"),
  ];
  expect(whereHeld(sampleConference(sessions))).toEqual({ venues: ["Great House", "Annexe"], city: "Bath" });
  expect(whereHeld(sampleConference([at("a", null, null)]))).toEqual({ venues: [], city: null });
});
