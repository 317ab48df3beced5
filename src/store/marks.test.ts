import { expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { HOME } from "./home";
import { setMarks } from "./marks";
import { openTestDb } from "./open-test-db";
import { readPasses, setPassed } from "./passes";
import { addStar, newStar, readStars } from "./stars";

async function marked() {
  const db = openTestDb();
  await addStar(db, HOME, "starred", REAL_CLOCK);
  await setPassed(db, HOME, "passed", true);
  await addStar(db, HOME, "beside", REAL_CLOCK);
  const all = async () => [await readStars(db, HOME), await readPasses(db, HOME)];
  return { db, all };
}

test("a star clears what was passed over, and undoing it brings both back as they were", async () => {
  const { db, all } = await marked();
  const before = await all();
  const ids = ["starred", "passed"];
  const was = await setMarks(db, HOME, ids, {
    stars: [newStar("passed", REAL_CLOCK)],
    passes: [],
    entries: [],
  });
  expect((await readStars(db, HOME)).map(({ sessionId }) => sessionId)).toEqual(["beside", "passed"]);
  expect(await readPasses(db, HOME)).toEqual([]);
  await setMarks(db, HOME, ids, was);
  expect(await all()).toEqual(before);
});

test("a pass takes the star away, and its undo leaves no pass behind", async () => {
  const { db, all } = await marked();
  const before = await all();
  const was = await setMarks(db, HOME, ["starred"], {
    stars: [],
    passes: [{ sessionId: "starred" }],
    entries: [],
  });
  expect(await readPasses(db, HOME)).toHaveLength(2);
  await setMarks(db, HOME, ["starred"], was);
  expect(await all()).toEqual(before);
});

test("where one of them cannot be kept, none is changed", async () => {
  const { db, all } = await marked();
  const before = await all();
  const unkept = { sessionId: (() => undefined) as unknown as string };
  await expect(
    setMarks(db, HOME, ["starred", "passed"], {
      stars: [newStar("passed", REAL_CLOCK)],
      passes: [unkept],
      entries: [],
    }),
  ).rejects.toThrow();
  expect(await all()).toEqual(before);
});
