import { sampleConference, sampleSession } from "../domain/sample";
import { HOUR, MINUTE } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { parseFeed } from "../feed/parse-feed";
import { KINDS } from "./backup-schema";
import { bringIn } from "./bring-in";
import { replaceConference } from "./conferences";
import type { Db, Delivery } from "./db";
import { HOME } from "./home";
import { makeBackup } from "./make-backup";
import { openTestDb } from "./open-test-db";
import { planRestore, type ReadFeed, type RestorePlan } from "./plan-restore";
import { readBackup } from "./read-backup";
import { type Restored, restore } from "./restore";
import { writeSetting } from "./settings";

/** When everything of the sample was said. */
export const SAID = Date.parse("2030-05-01T10:00:00Z");

const START = Date.parse("2030-05-21T12:00:00Z");
const since = { at: SAID, run: "real", appAt: SAID };

/** The site's own conference of the sample. */
export const OWN = [
  sampleSession(),
  sampleSession({ id: "s2", title: "Erasers", startsAt: START + HOUR }),
  sampleSession({ id: "s3", title: "Rulers", startsAt: START + 2 * HOUR }),
];

const BROUGHT = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Pencils//EN",
  "NAME:Blunt Days",
  ...["b1", "b2"].flatMap((uid, hour) => [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    "DTSTAMP:20300101T000000Z",
    `SUMMARY:Blunting ${uid}`,
    `DTSTART:20300601T0${hour + 1}0000Z`,
    `DTEND:20300601T0${hour + 1}3000Z`,
    "END:VEVENT",
  ]),
  "END:VCALENDAR",
  "",
].join("\r\n");

/** Reads feeds as the worker does, in this thread. */
const readHere: ReadFeed = async (bytes, options) => parseFeed(bytes, options);

/** Puts the site's own conference into a store, as it is on every device. */
export async function putOwn(db: Db, sessions = OWN): Promise<void> {
  await replaceConference(db, HOME, {
    conference: sampleConference(sessions),
    details: { sessions: {}, report: [] },
    bytes: new Uint8Array(),
    savedAt: 0,
  });
}

/** A delivery that was shown, of the site's own conference. */
export function sampleDelivery(over: Partial<Delivery> = {}): Delivery {
  return {
    key: `real|s1@${START - 5 * MINUTE}`,
    run: "real",
    sessionId: "s1",
    fireAt: START - 5 * MINUTE,
    startsAt: START,
    endsAt: START + 30 * MINUTE,
    room: "Hall H",
    claimedAt: START - 5 * MINUTE,
    by: "worker",
    shownAt: START - 5 * MINUTE,
    lateness: 12,
    shownAs: "notification",
    missed: false,
    ...over,
  };
}

/** Fills a store with every kind of row, and with a conference that was brought in; gives that one's key. */
export async function fillDevice(db: Db): Promise<string> {
  await putOwn(db);
  const bytes = new TextEncoder().encode(BROUGHT);
  const read = parseFeed(bytes, { defaultTimeZone: "Asia/Tokyo" });
  if (!read.ok) throw new Error(read.reason);
  const { conference, details } = read;
  const address = "https://blunt.example/days.ics";
  const key = await bringIn(
    db,
    {
      arrival: { conference, details, bytes, savedAt: SAID },
      address,
      fileName: null,
      timeZone: "Asia/Tokyo",
    },
    null,
  );
  await db.sources.update(key, { since });
  for (const [place, of] of [HOME, key].entries()) {
    const [one, other] = place === 0 ? ["s1", "s2"] : ["b1", "b2"];
    const row = { conference: of, sessionId: one };
    await db.stars.bulkPut([
      { ...row, starredAt: SAID, run: "real", appStarredAt: SAID },
      { ...row, sessionId: "gone", starredAt: SAID + 1, run: "real", appStarredAt: SAID + 1 },
    ]);
    await db.passes.put({ conference: of, sessionId: other });
    await db.leads.put({ ...row, lead: 15, since });
    await db.notes.put({ ...row, text: "Ask for the slides.\n<script>alert(1)</script>", editedAt: SAID });
    await db.visits.put({ ...row, was: "seen", rating: 4 });
    await db.entries.put({
      ...{ conference: of, sessionId: `own:${place}`, title: "Coffee with Ada", room: "Foyer", since },
      ...{ startsAt: START, endsAt: START + 15 * MINUTE },
    });
    await db.friends.put({
      ...{ conference: of, id: `f${place}`, name: "Ada", sessionIds: [one, other], receivedAt: SAID },
    });
    const told = { sessionId: one, title: "Sharpening pencils", startsAt: START, endsAt: START + HOUR };
    await db.exports.bulkPut([
      {
        ...{ ...row, sequence: 3, uid: "older" },
        told: { ...told, allDay: false, room: null, cancelled: false, withAgenda: true },
      },
      { conference: of, sessionId: other, sequence: 1 },
    ]);
    const id = place === 0 ? one : `${key}/${one}`;
    const fireAt = START - 5 * MINUTE;
    await db.deliveries.put(
      sampleDelivery({ key: `real|${id}@${fireAt}`, sessionId: one, ...(place > 0 && { conference: key }) }),
    );
  }
  await writeSetting(db, "wishes", { ...FIRST_WISHES, lead: 10, leadSince: since, changes: true });
  await writeSetting(db, "choices", { language: "ur", clock: "12", digits: "auto", theme: "dark" });
  await writeSetting(db, "layout", "list");
  await writeSetting(db, "singleKeys", false);
  await writeSetting(db, "reminderOfferDeclined", true);
  await writeSetting(db, "shown", key);
  return key;
}

/** All that is in a store, as it is. */
export async function everythingIn(db: Db): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = db.tables.map(async ({ name }) => [name, await db.table(name).toArray()] as const);
  return Object.fromEntries(await Promise.all(tables));
}

/** What bringing a file back to a store comes to. */
export async function planFor(db: Db, text: string): Promise<RestorePlan> {
  const read = readBackup(text);
  if (!read.ok) throw new Error(read.reason);
  return planRestore(db, read, readHere);
}

/** Brings a file back to a store. */
export async function bringBack(
  db: Db,
  text: string,
  mode: "add" | "replace" = "replace",
): Promise<Restored> {
  return restore(db, await planFor(db, text), mode);
}

/** What the attendee has said, and which conferences there are; not when a backup came. */
export async function said(db: Db) {
  const all = await everythingIn(db);
  const rows = Object.fromEntries([...KINDS, "sources", "conferences"].map((name) => [name, all[name]]));
  const settings = all.settings?.filter((row) => (row as { name: string }).name !== "restored");
  return { ...rows, settings, conferences: await db.conferences.toCollection().primaryKeys() };
}

/** A device with every kind of row, and its backup. */
export async function filled() {
  const db = openTestDb();
  const key = await fillDevice(db);
  return { db, key, text: await makeBackup(db, SAID) };
}
