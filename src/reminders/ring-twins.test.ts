import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MINUTE } from "../domain/time";
import { parseFeed } from "../feed/parse-feed";
import { replaceConference } from "../store/conferences";
import { HOME } from "../store/home";
import { openTestDb } from "../store/open-test-db";
import { readStars, removeStar, restoreStar } from "../store/stars";
import type { Card } from "./card";
import { ring } from "./ring";

test("two talks of one UID at one instant are starred apart and ring apart", async () => {
  const read = parseFeed(readFileSync(new URL("../feed/fixtures/uids.ics", import.meta.url)));
  if (!read.ok) throw new Error(read.reason);
  const [one, other] = read.conference.sessions.filter(({ uid }) => uid === "same");
  if (!one || !other) throw new Error("The fixture has lost its twins.");
  expect([one.startsAt, one.title === other.title]).toEqual([other.startsAt, false]);

  const db = openTestDb();
  await replaceConference(db, HOME, { ...read, bytes: new Uint8Array(), savedAt: 0 });
  const shown: Card[] = [];
  const ringAt = (now: number) =>
    ring(db, {
      by: "page",
      deviceNow: () => now,
      scope: "https://example.org/",
      canShow: () => true,
      show: async (card) => {
        shown.push(card);
        return "notification";
      },
    });
  const star = (sessionId: string) =>
    restoreStar(db, HOME, { sessionId, starredAt: 0, run: "real", appStarredAt: 0 });
  await star(one.id);
  await star(other.id);
  await removeStar(db, HOME, one.id);
  expect((await readStars(db, HOME)).map(({ sessionId }) => sessionId)).toEqual([other.id]);
  await star(one.id);

  await ringAt(one.startsAt - 5 * MINUTE);
  expect(shown.map(({ title }) => title).sort()).toEqual([one.title, other.title].sort());
  expect(new Set(shown.map(({ tag }) => tag)).size).toBe(2);
  expect(shown.map(({ data }) => data.uid)).toEqual(["same", "same"]);
});
