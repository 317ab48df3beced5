import { beforeEach, describe, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleSession } from "../domain/sample";
import { DAY, HOUR } from "../domain/time";
import { fillDevice, OWN } from "./backup-sample";
import { readConference } from "./conferences";
import type { Db } from "./db";
import { AFTER, again, arrive, onlyPast, pastOf, rowsOf, START, YEAR } from "./edition-sample";
import { acceptHeld, readHeld } from "./held";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { readSetting } from "./settings";
import { addStar, readStars } from "./stars";

let db: Db;

beforeEach(async () => {
  db = openTestDb();
  await fillDevice(db);
});

const others = again(1).map((session) => ({ ...session, title: `Pens ${session.id}` }));
const many = [...others, sampleSession({ id: "s4", title: "Ink", startsAt: START + YEAR + 9 * HOUR })];

describe("another schedule while the saved one is not over", () => {
  test("is asked about; where the attendee wants it, what they have is kept apart as well", async () => {
    await arrive(
      db,
      [...OWN, sampleSession({ id: "s4", title: "Glue", startsAt: START + 3 * HOUR })],
      START - DAY,
    );
    const before = await rowsOf(db, HOME);
    expect(await arrive(db, many, START - DAY)).toMatchObject({ kind: "kept" });
    expect(await readHeld(db, HOME)).toMatchObject({ isDismissed: false });
    expect(await pastOf(db)).toEqual([]);
    await acceptHeld(db, HOME);
    const { key } = await onlyPast(db);
    expect((await rowsOf(db, key)).stars).toEqual(before.stars);
    expect((await rowsOf(db, key)).notes).toEqual(before.notes);
    expect(await readStars(db, HOME)).toEqual([]);
    expect((await readConference(db, HOME))?.gone).toBeUndefined();
    expect(await readHeld(db, HOME)).toBeUndefined();
  });

  test("that is the same one, put off by half a year and more, is followed by its stars", async () => {
    expect(await arrive(db, again(1), START - DAY)).toMatchObject({ kind: "replaced" });
    expect(await pastOf(db)).toEqual([]);
    expect((await readStars(db, HOME)).map(({ sessionId }) => sessionId)).toContain("s1");
  });
});

describe("last year's schedule, put back", () => {
  test("takes its agenda along, where the new one's is empty", async () => {
    const before = await rowsOf(db, HOME);
    await arrive(db, again(1), AFTER);
    await arrive(db, OWN, AFTER + DAY);
    const { conferences: _, bytes: __, freshness: ___, ...said } = await rowsOf(db, HOME);
    expect(before).toMatchObject(said);
    expect((await readConference(db, HOME))?.name).toBe("Pencil Days");
    expect(await pastOf(db)).toEqual([]);
    expect(await readSetting(db, "turned")).toMatchObject({ of: HOME, kept: null });
    await arrive(db, again(1), AFTER + 2 * DAY);
    expect((await rowsOf(db, (await onlyPast(db)).key)).notes).toEqual(before.notes);
  });

  test("is asked about where there are stars by now; each agenda stays with its own", async () => {
    const before = await rowsOf(db, HOME);
    await arrive(db, again(1), AFTER);
    await addStar(db, HOME, "s3", REAL_CLOCK);
    const reason = "What arrived is another conference’s schedule: Pencil Days.";
    expect(await arrive(db, OWN, AFTER + DAY)).toEqual({ kind: "kept", reason });
    await acceptHeld(db, HOME);
    expect((await rowsOf(db, HOME)).stars).toEqual(before.stars);
    expect(await readStars(db, (await onlyPast(db)).key)).toMatchObject([{ sessionId: "s3" }]);
  });
});
