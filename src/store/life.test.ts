import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { BEGIN, STARRED, walk } from "../../e2e/life-steps";
import { agendaOf } from "../domain/agenda";
import { changeWords } from "../domain/change-words";
import { REAL_CLOCK } from "../domain/clock";
import { type Conference, sessionOf } from "../domain/conference";
import { planOf } from "../domain/reminder";
import { clockTime } from "../domain/say-time";
import { HOUR, MINUTE } from "../domain/time";
import type { FetchedFeed } from "../feed/fetch-feed";
import { parseFeed } from "../feed/parse-feed";
import { markLooked, readNews } from "./changes";
import { readConference } from "./conferences";
import { HOME } from "./home";
import { openTestDb } from "./open-test-db";
import { type RefreshDoors, refresh } from "./refresh";
import { addStar, readStars } from "./stars";
import { readAsked } from "./wishes";

const utf8 = (text: string) => new TextEncoder().encode(text);
const LOGIN = utf8("<!doctype html><title>Welcome</title><h1>Sign in to the venue's Wi-Fi</h1>");

function rowsOf(conference: Conference, starred: ReadonlySet<string>): ReadonlyMap<string, string> {
  const sessions = agendaOf(conference, starred).days.flatMap((day) => day.sessions);
  return new Map(
    sessions.map(({ title, startsAt, room, status, goneAt }) => {
      const off = goneAt !== undefined ? "(gone)" : status === "CANCELLED" ? "(cancelled)" : null;
      const words = [clockTime(startsAt, conference.timeZone), room, off];
      return [title, words.filter((word) => word !== null).join(" ")];
    }),
  );
}

test("in 48 hours of edits and troubles the agenda is right at each step, no star is lost, each change is told once", {
  timeout: MINUTE,
}, async () => {
  const db = openTestDb();
  const clock = vi.spyOn(Date, "now").mockReturnValue(BEGIN - HOUR);
  let answer: FetchedFeed = { ok: true, bytes: readFileSync("public/schedule.ics") };
  const doors: RefreshDoors = {
    fetch: async () => answer,
    parse: async (bytes) => parseFeed(bytes),
    reader: "1",
  };
  await refresh(db, HOME, doors);
  for (const { uid } of STARRED) await addStar(db, HOME, uid, REAL_CLOCK);

  let told = 0;
  for (const { hour, name, instead, feed, told: wanted = [], rows } of walk()) {
    const now = BEGIN + hour * HOUR;
    clock.mockReturnValue(now);
    const body = instead?.is === "bytes" ? utf8(instead.body) : instead?.is === "portal" ? LOGIN : utf8(feed);
    answer =
      instead?.is === "down" || instead?.is === "error"
        ? { ok: false, reason: "Gone.", unreachable: instead.is === "down" }
        : { ok: true, bytes: body };
    const outcome = await refresh(db, HOME, doors);
    expect(outcome.kind === "kept", `${name}: ${JSON.stringify(outcome)}`).toBe(instead !== undefined);

    const conference = await readConference(db, HOME);
    if (!conference) throw new Error("The conference is gone.");
    const asked = await readAsked(db, HOME);
    const starred = new Set(asked.stars.map(({ sessionId }) => sessionId));
    expect(starred.size, name).toBe(STARRED.length);
    const seen = rowsOf(conference, starred);
    expect(seen, name).toEqual(rows);
    expect(agendaOf(conference, starred).gone, name).toBe(0);

    const { changes, upTo } = await readNews(db, HOME);
    const unlooked = changes.filter(({ number }) => number > upTo);
    expect(unlooked.map((change) => [change.title, ...changeWords(change, conference)]).sort(), name).toEqual(
      wanted.map((change) => [...change]).sort(),
    );
    expect(unlooked.every(({ noticedAt }) => noticedAt === now)).toBe(true);
    told += wanted.length;
    await markLooked(db, HOME, changes[0]?.number ?? 0);

    // What rings is what stands in the agenda and is on, at its time of now.
    const lead = hour < 41 ? 5 : 4;
    const ringing = planOf(conference, asked, REAL_CLOCK).map(({ session, fireAt }) => [
      session.title,
      fireAt,
    ]);
    const on = [...starred]
      .map((id) => sessionOf(conference, id))
      .filter((session) => session && session.status !== "CANCELLED")
      .map((session) => [session?.title, (session?.startsAt ?? 0) - lead * MINUTE]);
    expect(ringing.sort(), name).toEqual(on.sort());
  }
  expect((await readNews(db, HOME)).changes).toHaveLength(told);
  expect((await readStars(db, HOME)).every(({ starredAt }) => starredAt === BEGIN - HOUR)).toBe(true);
  clock.mockRestore();
});
