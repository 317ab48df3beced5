import { expect, test } from "vitest";
import type { Change } from "../domain/change";
import { markLooked, noteChanges, readNews, readUnlooked } from "./changes";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";

const change = (sessionId: string): Change => ({ sessionId, title: "Pencils", aspects: [{ is: "new" }] });

test("of what has changed no more is read than the attendee has not looked at, and only of its conference", async () => {
  const db = openTestDb();
  const read: string[] = [];
  await noteChanges(db, HOME, [change("s1"), change("s2")], 1);
  await noteChanges(db, "other", [change("o1")], 1);
  expect(await readUnlooked(db, HOME)).toMatchObject({
    changes: [{ sessionId: "s2" }, { sessionId: "s1" }],
    upTo: 0,
  });
  const { changes } = await readNews(db, HOME);
  await markLooked(db, HOME, changes[0]?.number ?? 0);
  await markLooked(db, "other", 9);
  await noteChanges(db, HOME, [change("s3")], 2);
  db.changes.hook("reading", (row) => {
    read.push(row.sessionId);
    return row;
  });
  expect((await readUnlooked(db, HOME)).changes.map(({ sessionId }) => sessionId)).toEqual(["s3"]);
  expect(read).not.toContain("s1");
  expect((await readUnlooked(db, "other")).changes).toEqual([]);
  expect((await readNews(db, HOME)).changes).toHaveLength(3);
});
