import { expect, test } from "vitest";
import { sampleConference, sampleSession } from "./sample";
import { placeWords } from "./where-held";

const at = (id: string, venue: string | null, city: string | null) => sampleSession({ id, venue, city });

test("the venues and the city of most sessions are named, and nothing is made up", () => {
  const sessions = [
    at("a", "Annexe", null),
    at("b", "Great House", "Bath"),
    at("c", "Great House", "Bath"),
    at("d", "Annexe", "Bristol"),
    at("e", "Great House", null),
    at("f", "Cellar", null),
  ];
  expect(placeWords(sampleConference(sessions))).toBe("Great House · Annexe · Bath");
  expect(placeWords(sampleConference([at("a", "Bath", "Bath")]))).toBe("Bath");
  expect(placeWords(sampleConference([at("a", null, null)]))).toBe("");
});
