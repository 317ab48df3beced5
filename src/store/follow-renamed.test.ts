import { beforeEach, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { remindersOf } from "../domain/reminder";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { readNews } from "./changes";
import type { Db } from "./db";
import { claimDelivery, markShown, readDeliveries } from "./deliveries";
import { nextSequences, readTold, readUids, rememberExport } from "./exports";
import { HOME } from "./home";
import { readNotes, writeNote } from "./notes";
import { openTestDb } from "./open-test-db";
import { readPasses, setPassed } from "./passes";
import { refresh } from "./refresh";
import { addStar, readStars } from "./stars";
import { readVisits, setVisit } from "./visits";
import { readAsked, setLead } from "./wishes";

const session = sampleSession();
const anew: Session = { ...session, id: "s2", uid: "s2" };
const other = sampleSession({ id: "other", title: "Other" });
const told = {
  ...{ sessionId: "s1", title: session.title, startsAt: session.startsAt, endsAt: session.endsAt },
  ...{ allDay: false, room: session.room, cancelled: false, withAgenda: true },
};

let db: Db;
let answers = 0;
const arrive = (...sessions: readonly Session[]) => {
  const bytes = new Uint8Array([answers++]);
  const details = { sessions: {}, report: [] };
  return refresh(db, HOME, {
    fetch: async () => ({ ok: true, bytes }),
    parse: async () => ({
      ok: true,
      cutOff: false,
      asksTimeZone: false,
      conference: sampleConference(sessions),
      details,
    }),
    reader: "1",
  });
};

beforeEach(async () => {
  db = openTestDb();
  await arrive(session, other);
  await addStar(db, HOME, "s1", REAL_CLOCK);
  await setLead(db, HOME, "s1", 15, REAL_CLOCK);
  await setPassed(db, HOME, "s1", true);
  await rememberExport(db, HOME, [{ sessionId: "s1", sequence: 4, told }]);
});

test("what was said of a session that is made again is said of the new one, as it was", async () => {
  const [star] = await readStars(db, HOME);
  await arrive(anew, other);
  expect(await readStars(db, HOME)).toEqual([{ ...star, sessionId: "s2" }]);
  expect((await readAsked(db, HOME)).leads).toMatchObject([{ sessionId: "s2", lead: 15 }]);
  expect(await readPasses(db, HOME)).toMatchObject([{ sessionId: "s2" }]);
  expect((await readNews(db, HOME)).changes).toEqual([]);
});

test("note and mark go along; where both ids have a note, both texts stay, and the mark of today does", async () => {
  const write = (id: string, text: string) => writeNote(db, HOME, id, { base: "", text });
  const seen = { was: "seen", rating: 2 } as const;
  await write("s1", "first");
  await setVisit(db, HOME, "s1", { sessionId: "s1", ...seen });
  await arrive(anew, other);
  expect(await readNotes(db, HOME)).toMatchObject([{ sessionId: "s2", text: "first" }]);
  expect(await readVisits(db, HOME)).toMatchObject([{ sessionId: "s2", ...seen }]);
  // A tab that had the earlier one open goes on writing to it.
  await write("s1", "second");
  await setVisit(db, HOME, "s1", { sessionId: "s1", was: "skipped", rating: null });
  await arrive({ ...anew, room: "Attic" }, other);
  expect(await readNotes(db, HOME)).toMatchObject([{ sessionId: "s2", text: "second\n\nfirst" }]);
  expect(await readVisits(db, HOME)).toMatchObject([{ sessionId: "s2", ...seen }]);
});

test("the calendar's entry stays the same one: its UID is the old one, its sequence rises", async () => {
  await arrive(anew, other);
  expect(await readTold(db, HOME)).toEqual([{ ...told, sessionId: "s2" }]);
  expect(await readUids(db, HOME)).toEqual(new Map([["s2", "s1"]]));
  expect((await nextSequences(db, HOME, [anew])).get("s2")).toBe(5);
  await rememberExport(db, HOME, [{ sessionId: "s2", sequence: 5, told: { ...told, sessionId: "s2" } }]);
  expect(await readUids(db, HOME)).toEqual(new Map([["s2", "s1"]]));
});

test("what rang does not ring again at the same instant, and would at another", async () => {
  const [reminder] = remindersOf(session, "feed");
  if (!reminder) throw new Error("The sample has an alarm.");
  await claimDelivery(db, "real", reminder, "page", 0);
  await markShown(db, "real", reminder, { shownAt: 5, lateness: 0, shownAs: "notification" });
  await arrive(anew, other);
  const [again] = remindersOf(anew, "feed");
  const delivered = await readDeliveries(db, "real");
  expect([...delivered.keys()]).toEqual([again?.id]);
  expect(again && (await claimDelivery(db, "real", again, "page", 99_999))).toBe(false);
  const [moved] = remindersOf({ ...anew, startsAt: anew.startsAt + 60_000 }, "feed");
  expect(moved && (await claimDelivery(db, "real", moved, "page", 99_999))).toBe(true);
});

test("a star that an undo brings back under an earlier id follows with the next change", async () => {
  const [star] = await readStars(db, HOME);
  await arrive(anew, other);
  if (star) await db.stars.put({ ...star, conference: HOME });
  await arrive({ ...anew, room: "Attic" }, other);
  expect((await readStars(db, HOME)).map(({ sessionId }) => sessionId)).toEqual(["s2"]);
});

test("a write that fails moves nothing", async () => {
  const before = await Promise.all([db.stars.toArray(), db.leads.toArray(), db.conferences.toArray()]);
  db.freshness.hook("updating", () => {
    throw new Error("the disk is full");
  });
  await arrive(anew, other).catch(() => undefined);
  expect(await Promise.all([db.stars.toArray(), db.leads.toArray(), db.conferences.toArray()])).toEqual(
    before,
  );
});
