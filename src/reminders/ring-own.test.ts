import { beforeEach, expect, test } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import { MINUTE } from "../domain/time";
import { FIRST_WISHES } from "../domain/wishes";
import { startRehearsal } from "../store/clock";
import { replaceConference } from "../store/conferences";
import type { Db } from "../store/db";
import { putEntry, removeEntry } from "../store/entries";
import { HOME } from "../store/home";
import { openTestDb } from "../store/open-test-db";
import { writeSetting } from "../store/settings";
import type { Card } from "./card";
import { type RingState, ring } from "./ring";

const session = sampleSession();
const startsAt = session.startsAt + 60 * MINUTE;
const fireAt = startsAt - 5 * MINUTE;
const coffee = { sessionId: "own:1", title: "Coffee", startsAt, endsAt: startsAt + MINUTE, room: "Foyer" };

let db: Db;
let shown: Card[];
let fates: RingState["fates"];
beforeEach(async () => {
  db = openTestDb();
  shown = [];
  const conference = sampleConference([session]);
  const bytes = new Uint8Array();
  await replaceConference(db, HOME, {
    ...{ conference, bytes, details: { sessions: {}, report: [] }, savedAt: 0 },
  });
  await putEntry(db, HOME, coffee, REAL_CLOCK);
});

const ringAt = (now: number) =>
  ring(db, {
    by: "page",
    deviceNow: () => now,
    scope: "https://example.org/app/",
    canShow: () => true,
    show: async (card) => {
      shown.push(card);
      return "notification";
    },
    after: (state) => {
      fates = state.fates;
    },
  });

test("an own entry rings like a session, once, and its card leads to it", async () => {
  expect(await ringAt(fireAt - MINUTE)).toBe(fireAt);
  await ringAt(fireAt);
  await ringAt(fireAt + 1);
  expect(shown).toMatchObject([
    {
      title: "Coffee",
      body: "starts in 5 min · Foyer · 15:00",
      tag: `own:1@${fireAt}`,
      data: { url: "https://example.org/app/#/session/own%3A1" },
    },
  ]);
});

test("also where everything rings, and in a rehearsal", async () => {
  await writeSetting(db, "wishes", { ...FIRST_WISHES, scope: "every", breaks: true });
  const start = 10 * MINUTE;
  await startRehearsal(db, fireAt - MINUTE, 1, start);
  expect(await ringAt(start)).toBe(start + MINUTE);
  await ringAt(start + MINUTE);
  expect(shown.filter(({ title }) => title === "Coffee")).toHaveLength(1);
});

test("moved, it rings anew and its card goes; deleted, the card goes without a word", async () => {
  await ringAt(fireAt);
  await putEntry(db, HOME, { ...coffee, startsAt: startsAt + 30_000 }, REAL_CLOCK);
  await ringAt(fireAt + 30_000);
  expect(shown).toHaveLength(2);
  expect(fates.map(({ fate }) => fate.fate).sort()).toEqual(["close", "keep"]);
  await removeEntry(db, HOME, "own:1");
  await ringAt(fireAt + 31_000);
  expect(fates.map(({ fate }) => fate.fate)).toEqual(["close", "close"]);
});
