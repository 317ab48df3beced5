import { expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { DAY } from "../domain/time";
import { parseFeed } from "../feed/parse-feed";
import { standingOf } from "./bring-in";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { HOME } from "./home";
import { makeBackup } from "./make-backup";
import { writeNote } from "./notes";
import { openTestDb } from "./open-test-db";
import { planRestore } from "./plan-restore";
import { readBackup } from "./read-backup";
import { restore } from "./restore";
import { readSources } from "./sources";
import { addStar, readStars } from "./stars";
import { replaceWith } from "./take-in";

// The feed of every year counts its UIDs alike, and has the same titles; it names no zone.
const feedOf = (year: number) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Pencils//EN",
    "NAME:Pencil Days",
    ...["1", "2", "3", "4"].flatMap((uid) => [
      "BEGIN:VEVENT",
      `UID:${uid}`,
      `SUMMARY:Sharpening ${uid}`,
      `DTSTART:${year}0521T0${uid}0000`,
      `DTEND:${year}0521T0${uid}3000`,
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");

const READING = { defaultTimeZone: "Asia/Tokyo", dayStartHour: 3 };
const after = (year: number) => Date.parse(`${year}-06-01T00:00:00Z`);

function read(year: number) {
  const bytes = new TextEncoder().encode(feedOf(year));
  const result = parseFeed(bytes, READING);
  if (!result.ok) throw new Error(result.reason);
  return { ...result, bytes };
}

async function arrive(db: Db, year: number, now: number): Promise<void> {
  const { conference, details, bytes } = read(year);
  const arrival = { conference, details, bytes, reader: "1", savedAt: now };
  await replaceWith(db, HOME, arrival, now, "gate");
}

/** What a backup comes to on a device, looked at when both years are over. */
async function planOf(db: Db, text: string) {
  const backup = readBackup(text);
  if (!backup.ok) throw new Error(backup.reason);
  return planRestore(db, backup, async (bytes, options) => parseFeed(bytes, options), after(2021));
}

async function deviceOf2020(): Promise<Db> {
  const db = openTestDb();
  await arrive(db, 2020, after(2020) - 20 * DAY);
  await addStar(db, HOME, "1", REAL_CLOCK);
  await writeNote(db, HOME, "2", { base: "", text: "Ask for the slides." });
  return db;
}

test("a past edition goes into a backup, and comes out of it as one: with its name, days, stars and notes", async () => {
  const db = await deviceOf2020();
  await arrive(db, 2021, after(2020));
  const other = openTestDb();
  await arrive(other, 2021, after(2020));
  await restore(other, await planOf(other, await makeBackup(db, after(2020))), "add");
  const [source] = await readSources(other);
  expect(source).toMatchObject({ name: "Pencil Days (2020)", edition: { of: HOME, next: "Pencil Days" } });
  const key = source?.key ?? "";
  const { sessions } = read(2020).conference;
  expect(await readConference(other, key)).toMatchObject({ name: "Pencil Days (2020)", sessions });
  expect(await readStars(other, key)).toMatchObject([{ sessionId: "1" }]);
  expect(await other.notes.toArray()).toMatchObject([{ conference: key, text: "Ask for the slides." }]);
  expect(await readStars(other, HOME)).toEqual([]);
});

test("a backup of last year's brings nothing to this year's: it goes to what is kept of last year's", async () => {
  const db = await deviceOf2020();
  const text = await makeBackup(db, after(2020) - DAY);
  await arrive(db, 2021, after(2020));
  const [source] = await readSources(db);
  await db.stars.clear();
  await restore(db, await planOf(db, text), "add");
  expect(await db.stars.toArray()).toMatchObject([{ conference: source?.key, sessionId: "1" }]);

  // Where nothing of it is here it says so, and the file can wait.
  const fresh = openTestDb();
  await arrive(fresh, 2021, after(2020));
  const [own] = (await planOf(fresh, text)).conferences;
  expect(own).toMatchObject({ key: null, reason: expect.stringMatching(/^It is not on this device/) });
});

test("last year's file can be brought in beside this year's", async () => {
  const db = openTestDb();
  await arrive(db, 2021, after(2021));
  expect(await standingOf(db, read(2020).conference, null)).toEqual({ kind: "new" });
  expect(await standingOf(db, read(2021).conference, null)).toEqual({ kind: "own" });
});
