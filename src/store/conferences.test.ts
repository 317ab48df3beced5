import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import { confirmFresh, noteFailure, readConference, replaceConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { removeConference, restoreConference } from "./remove-conference";
import { replaceRead } from "./take-in";

const details = { sessions: {}, report: [] };
const arrivalOf = (title: string) => ({
  ...{ conference: sampleConference([sampleSession({ title })]), details },
  ...{ bytes: new Uint8Array(), reader: "1", savedAt: 5 },
});
const titleIn = async (db: Db, key = HOME) => (await readConference(db, key))?.sessions[0]?.title;

/** Counts the slim records that a store gives. */
function countReads(db: Db): () => number {
  let reads = 0;
  db.conferences.hook("reading", (row) => {
    reads += 1;
    return row;
  });
  return () => reads;
}

/** Two stores on one database, as two tabs have, or a tab and a worker. */
async function twoTabs(): Promise<readonly [Db, Db]> {
  const factory = new IDBFactory();
  const tabs = [openTestDb(factory), openTestDb(factory)] as const;
  await replaceConference(tabs[0], HOME, arrivalOf("First"));
  return tabs;
}

test("a conference that stays as it is is read once, whatever is noted of its freshness", async () => {
  const [here, there] = await twoTabs();
  const reads = countReads(here);
  const conference = await readConference(here, HOME);
  const edition = (await here.freshness.get(HOME))?.copy?.edition;
  await confirmFresh(there, HOME, 6, { size: 9, edition, reader: "1", digest: "d" });
  expect(await readConference(here, HOME)).toBe(conference);
  await noteFailure(there, HOME, 7, { reason: "Gone.", unreachable: true });
  expect(await readConference(here, HOME)).toBe(conference);
  expect(reads()).toBe(1);
});

test("whoever reads at once is given one and the same", async () => {
  const [here] = await twoTabs();
  const [one, other] = await Promise.all([readConference(here, HOME), readConference(here, HOME)]);
  expect(one).toBe(other);
});

test("what another tab has written is read, each time, however it was written", async () => {
  const [here, there] = await twoTabs();
  expect(await titleIn(here)).toBe("First");
  await replaceConference(there, HOME, arrivalOf("Second"));
  expect(await titleIn(here)).toBe("Second");
  await replaceRead(there, HOME, arrivalOf("Better read"), "2");
  expect(await titleIn(here)).toBe("Better read");
});

test("a conference that was removed elsewhere is gone here, and is back when that is undone", async () => {
  const [here, there] = await twoTabs();
  await replaceConference(there, "other", arrivalOf("Other"));
  expect(await titleIn(here, "other")).toBe("Other");
  const removed = await removeConference(there, "other");
  expect(await readConference(here, "other")).toBeUndefined();
  if (removed) await restoreConference(there, "other", removed);
  expect(await titleIn(here, "other")).toBe("Other");
});

test("what a tab with an earlier version writes is never missed", async () => {
  const [here, there] = await twoTabs();
  const write = async (title: string) => {
    await there.conferences.put({ key: HOME, conference: arrivalOf(title).conference });
    await there.freshness.put({ key: HOME, savedAt: 9, triedAt: 9, failure: null });
  };
  expect(await titleIn(here)).toBe("First");
  for (const title of ["Second", "Third"]) {
    await write(title);
    expect(await titleIn(here)).toBe(title);
  }
  // The next answer of a server gives it an edition, with which it is read once.
  const reads = countReads(here);
  await confirmFresh(here, HOME, 10, { size: 9, edition: undefined, reader: "1", digest: "d" });
  const before = reads();
  expect(await readConference(here, HOME)).toBe(await readConference(here, HOME));
  expect(reads()).toBe(before + 1);
});

test("an answer that was compared with another copy than the saved one says nothing of that", async () => {
  const [here] = await twoTabs();
  const edition = (await here.freshness.get(HOME))?.copy?.edition;
  await replaceConference(here, HOME, { ...arrivalOf("Second"), digest: "of the second" });
  await confirmFresh(here, HOME, 99, { size: 9, edition, reader: "1", digest: "of the first" });
  expect(await here.freshness.get(HOME)).toMatchObject({ savedAt: 5, copy: { digest: "of the second" } });
});
