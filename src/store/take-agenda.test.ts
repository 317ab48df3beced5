import { beforeEach, describe, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import type { Db } from "./db";
import { putFriend, readFriends, removeFriend } from "./friends";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { setPassed } from "./passes";
import { addStar, readStars } from "./stars";
import { takeAgenda } from "./take-agenda";

let db: Db;
const state = async () =>
  Promise.all([db.stars, db.passes, db.notes, db.entries].map((table) => table.toArray()));
const starred = async () => (await readStars(db, HOME)).map(({ sessionId }) => sessionId).sort();

const entry = { sessionId: "own:1", title: "Coffee", startsAt: 1, endsAt: 2, room: null };
const incoming = {
  sessionIds: ["a", "b", "c"],
  notes: new Map([
    ["a", "theirs"],
    ["b", "new"],
  ]),
  entries: [entry],
};

beforeEach(async () => {
  db = openTestDb();
  await addStar(db, HOME, "a", REAL_CLOCK);
  await addStar(db, HOME, "z", REAL_CLOCK);
  await addStar(db, "other", "b", REAL_CLOCK);
  await setPassed(db, HOME, "b", true);
  await db.notes.put({ conference: HOME, sessionId: "a", text: "mine", editedAt: 1 });
});

describe("an agenda that is taken in", () => {
  test("beside what is starred: nothing of one’s own is lost, both notes are kept", async () => {
    const [star] = await db.stars.where({ conference: HOME, sessionId: "a" }).toArray();
    await takeAgenda(db, HOME, incoming, "add", REAL_CLOCK);
    expect(await starred()).toEqual(["a", "b", "c", "z"]);
    expect(await db.stars.get([HOME, "a"])).toEqual(star);
    expect(await db.passes.toArray()).toEqual([]);
    expect((await db.notes.get([HOME, "a"]))?.text).toBe("mine\n\ntheirs");
    expect((await db.notes.get([HOME, "b"]))?.text).toBe("new");
    expect(await db.entries.get([HOME, "own:1"])).toMatchObject({ ...entry, since: { run: "real" } });
    await takeAgenda(db, HOME, incoming, "add", REAL_CLOCK);
    expect((await db.notes.get([HOME, "a"]))?.text).toBe("mine\n\ntheirs");
  });

  test("an empty note leaves no row, and what is written as it was", async () => {
    const empty = {
      ...incoming,
      notes: new Map([
        ["a", ""],
        ["c", ""],
      ]),
    };
    await takeAgenda(db, HOME, empty, "add", REAL_CLOCK);
    expect(await db.notes.toArray()).toMatchObject([{ sessionId: "a", text: "mine" }]);
  });

  test("in place of it: exactly what came, and nothing of another conference", async () => {
    await takeAgenda(db, HOME, incoming, "replace", REAL_CLOCK);
    expect(await starred()).toEqual(["a", "b", "c"]);
    expect(await readStars(db, "other")).toHaveLength(1);
  });

  test.each(["add", "replace"] as const)("%s, undone, leaves everything as it was", async (how) => {
    const before = await state();
    const undo = await takeAgenda(db, HOME, incoming, how, REAL_CLOCK);
    expect(await state()).not.toEqual(before);
    await undo();
    expect(await state()).toEqual(before);
  });

  test("what fails on the way changes nothing", async () => {
    const before = await state();
    db.entries.hook("creating", () => {
      throw new Error("the disk is full");
    });
    await expect(takeAgenda(db, HOME, incoming, "replace", REAL_CLOCK)).rejects.toThrow();
    expect(await state()).toEqual(before);
  });
});

test("a friend’s agenda is kept for its conference, removed, and put back as it was", async () => {
  const asha = { id: "1", name: "Asha", sessionIds: ["a"], receivedAt: 5 };
  await putFriend(db, HOME, asha);
  await putFriend(db, "other", { ...asha, id: "2" });
  expect(await readFriends(db, HOME)).toMatchObject([asha]);
  const removed = await removeFriend(db, HOME, "1");
  expect(await readFriends(db, HOME)).toEqual([]);
  if (removed) await putFriend(db, HOME, removed);
  expect(await readFriends(db, HOME)).toMatchObject([asha]);
});
