import { beforeEach, describe, expect, test } from "vitest";
import type { Change } from "../domain/change";
import { REAL_CLOCK } from "../domain/clock";
import { sampleConference, sampleSession } from "../domain/sample";
import { FIRST_WISHES } from "../domain/wishes";
import { replaceConference } from "../store/conferences";
import type { Db } from "../store/db";
import { HOME } from "../store/home";
import { openTestDb } from "../store/open-test-db";
import { writeSetting } from "../store/settings";
import { addStar } from "../store/stars";
import type { Card } from "./card";
import { tellChanges } from "./tell-changes";

const scope = "https://example.org/app/";
const ids = ["s1", "s2", "s3", "s4", "s5"];
const sessions = ids.map((id) => sampleSession({ id, title: `Title ${id}` }));
const over = sampleSession({ id: "over", startsAt: Date.parse("2020-05-21T12:00:00Z") });
const roomChange = (sessionId: string): Change => ({
  sessionId,
  title: `Title ${sessionId}`,
  aspects: [{ is: "place", from: { room: "Attic", venue: null }, to: { room: "Hall H", venue: null } }],
});

let db: Db;
const tell = async (changed: readonly string[], isVisible = false) => {
  const cards: Card[] = [];
  const said: string[] = [];
  const show = async (card: Card) => void cards.push(card);
  const say = (text: string) => void said.push(text);
  await tellChanges(db, HOME, changed.map(roomChange), { scope, say, show, isVisible: () => isVisible });
  return { cards, said };
};

beforeEach(async () => {
  db = openTestDb();
  await replaceConference(db, HOME, {
    conference: sampleConference([over, ...sessions]),
    details: { sessions: {}, report: [] },
    bytes: new Uint8Array(),
    savedAt: 0,
  });
  await writeSetting(db, "wishes", { ...FIRST_WISHES, changes: true });
  for (const id of ["over", "s1", "s2", "s3", "s4"]) await addStar(db, HOME, id, REAL_CLOCK);
});

describe("changes of starred sessions", () => {
  test("get a card each, that no reminder is mistaken for", async () => {
    const { cards, said } = await tell(["s1", "s5", "s2"]);
    expect(said).toEqual([]);
    expect(cards).toMatchObject([
      {
        title: "Title s1",
        body: "Now in Hall H, was Attic",
        tag: "change:s1",
        sounds: true,
        data: { sessionId: "s1", url: `${scope}#/session/s1`, run: "real", isChange: true },
      },
      { tag: "change:s2" },
    ]);
  });

  test("are one card where they are many, and it leads to all", async () => {
    const { cards } = await tell(["s1", "s2", "s3", "s4"]);
    expect(cards).toMatchObject([
      {
        title: "Pencil Days",
        body: "4 starred sessions have changed",
        tag: "changes",
        data: { url: `${scope}#/changes` },
      },
    ]);
  });

  test("are said in the page where that is looked at", async () => {
    expect(await tell(["s1"], true)).toEqual({ cards: [], said: ["Title s1: Now in Hall H, was Attic"] });
    expect(await tell(["s1", "s2"], true)).toEqual({ cards: [], said: ["2 starred sessions have changed"] });
  });

  test("are not told where nobody wants that, nor of what is over or not starred", async () => {
    expect(await tell(["s5", "over"])).toEqual({ cards: [], said: [] });
    await writeSetting(db, "wishes", FIRST_WISHES);
    expect(await tell(["s1"])).toEqual({ cards: [], said: [] });
  });
});
