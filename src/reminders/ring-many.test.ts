import { describe, expect, test } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import type { Session } from "../domain/session";
import { HOUR, MINUTE, SECOND } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { bringIn } from "../store/bring-in";
import { replaceConference } from "../store/conferences";
import { readLog } from "../store/deliveries";
import { HOME } from "../store/home";
import { openTestDb } from "../store/open-test-db";
import { removeConference } from "../store/remove-conference";
import { writeSetting } from "../store/settings";
import { restoreStar } from "../store/stars";
import type { Card } from "./card";
import { judgeOf, type RingDoors, type RingState, ring } from "./ring";

const session = sampleSession();
const fireAt = session.startsAt - 5 * MINUTE;
const scope = "https://example.org/app/";

/** A device with the site's own conference, of these sessions, all of them starred. */
async function device(sessions: readonly Session[]) {
  const db = openTestDb();
  await replaceConference(db, HOME, {
    conference: sampleConference(sessions),
    details: { sessions: {}, report: [] },
    bytes: new Uint8Array(),
    savedAt: 0,
  });
  for (const { id } of sessions) {
    await restoreStar(db, HOME, { sessionId: id, starredAt: 0, run: "real", appStarredAt: 0 });
  }
  const shown: Card[] = [];
  const ringAt = (now: number, over: Partial<RingDoors> = {}) =>
    ring(db, {
      by: "page",
      deviceNow: () => now,
      scope,
      canShow: () => true,
      show: async (card) => {
        shown.push(card);
        return "notification" as const;
      },
      ...over,
    });
  return { db, shown, ringAt };
}

describe("with several conferences on a device", () => {
  test("rings for every conference on the device, each in its own zone, though their UIDs are equal", async () => {
    const { db, ringAt, shown } = await device([session]);
    const other = {
      ...sampleConference([sampleSession({ title: "Blunting pencils" })]),
      name: "Blunt Days",
      timeZone: "Asia/Kathmandu",
    };
    const arrival = {
      conference: other,
      details: { sessions: {}, report: [] },
      bytes: new Uint8Array(),
      savedAt: 0,
    };
    const brought = { arrival, address: null, fileName: "blunt.ics", timeZone: null };
    const key = await bringIn(db, brought, null);
    const star = { sessionId: "s1", starredAt: 0, run: "real", appStarredAt: 0 };
    await restoreStar(db, key, star);
    expect(await ringAt(fireAt - SECOND)).toBe(fireAt);
    await ringAt(fireAt);
    expect(
      shown.map(({ title, body, tag, data: { sessionId, url } }) => ({ title, body, tag, sessionId, url })),
    ).toEqual([
      {
        title: "Sharpening pencils",
        body: "starts in 5 min · Hall H · 14:00",
        tag: `s1@${fireAt}`,
        sessionId: "s1",
        url: `${scope}#/session/s1`,
      },
      {
        title: "Blunting pencils",
        body: "starts in 5 min · Hall H · 17:45",
        tag: `${key}/s1@${fireAt}`,
        sessionId: "s1",
        url: `${scope}#/session/s1?conference=${key}`,
      },
    ]);
    expect((await readLog(db, "real")).map(({ conference }) => conference).sort()).toEqual([key, undefined]);

    // Off the device its card is off the screen, and only its own.
    const fates: string[] = [];
    const after = (state: RingState) => {
      for (const { mark } of state.fates) fates.push(mark);
      const judge = judgeOf(state.kept, fireAt);
      for (const { data } of shown) fates.push(judge(data).fate.fate);
    };
    await removeConference(db, key);
    await ringAt(fireAt, { after });
    expect(fates).toEqual([`real|s1@${fireAt} keep Hall H`, "keep", "close"]);
  });

  test("with everything to ring, what a conference held before it came here is neither rung nor missed", async () => {
    const { db, ringAt, shown } = await device([]);
    const arrival = {
      conference: sampleConference([
        sampleSession({ id: "old" }),
        sampleSession({ id: "new", startsAt: fireAt + HOUR }),
      ]),
      details: { sessions: {}, report: [] },
      bytes: new Uint8Array(),
      savedAt: session.startsAt,
    };
    await writeSetting(db, "wishes", { ...FIRST_WISHES, scope: "every" });
    await replaceConference(db, HOME, { ...arrival, conference: sampleConference([]) });
    await bringIn(db, { arrival, address: null, fileName: null, timeZone: null }, null);
    await ringAt(fireAt + HOUR);
    expect(shown.map(({ data }) => data.sessionId)).toEqual(["new"]);
    expect(await readLog(db, "real")).toHaveLength(1);
  });
});
