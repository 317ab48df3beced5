import { expect, test } from "vitest";
import { ratedVisit } from "../domain/visit";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { readVisit, readVisits, setVisit } from "./visits";

test("a mark is set, changed and taken away, in its own conference", async () => {
  const db = openTestDb();
  expect(await readVisit(db, HOME, "s1")).toBeNull();
  await setVisit(db, HOME, "s1", ratedVisit("s1", 4));
  await setVisit(db, "other", "s1", ratedVisit("s1", 1));
  expect(await readVisits(db, HOME)).toMatchObject([{ sessionId: "s1", was: "seen", rating: 4 }]);
  await setVisit(db, HOME, "s1", { sessionId: "s1", was: "skipped", rating: null });
  expect(await readVisit(db, HOME, "s1")).toMatchObject({ was: "skipped", rating: null });
  await setVisit(db, HOME, "s1", null);
  expect(await readVisits(db, HOME)).toEqual([]);
  expect(await readVisit(db, "other", "s1")).toMatchObject({ rating: 1 });
});
