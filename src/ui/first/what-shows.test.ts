import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFeed } from "../../feed/parse-feed";
import { factsOf } from "./facts";
import { type Visit, whatShows } from "./what-shows";

const feed = parseFeed(readFileSync("public/schedule.ics"));
if (!feed.ok) throw new Error(feed.reason);
const [first, last] = [feed.conference.sessions[0], feed.conference.sessions.at(-1)];
const DAY = 24 * 3_600_000;
const BEFORE = (first?.startsAt ?? 0) - 10 * DAY;
const facts = factsOf(feed.conference, "0123456789abcdef", BEFORE);
const visit: Visit = {
  search: "",
  hash: "",
  left: null,
  languages: ["en-GB"],
  now: BEFORE,
  isWide: false,
};
const shows = (changes: Partial<Visit>) => whatShows({ ...visit, ...changes }, facts);

test("a first visit before the conference, or after it, sees the first day at once", () => {
  expect(shows({})).toBe("before");
  expect(shows({ now: (last?.endsAt ?? 0) + 10 * DAY })).toBe("over");
  for (const hash of ["#", "#/"]) expect(shows({ hash })).toBe("before");
});

test("while the conference is on, the schedule shows today at now", () => {
  for (const now of [first?.startsAt ?? 0, (first?.startsAt ?? 0) - DAY, last?.endsAt ?? 0])
    expect(shows({ now })).toBeNull();
});

test("another view, another day, a rehearsal and what another app hands over are shown as they are", () => {
  for (const hash of ["#/agenda", "#/day/2026-05-18", "#/session/a", "#/?conference=b", "#/search?q=a"])
    expect(shows({ hash })).toBeNull();
  expect(shows({ search: "?rehearse=2026-05-18T08:39:50Z" })).toBeNull();
});

test("a later visit sees it where the last one left the schedule as it was built in", () => {
  expect(shows({ left: { digest: facts.digest, savedAt: BEFORE } })).toBe("before");
  // Another feed, or something of the attendee's in it.
  expect(shows({ left: { digest: "fedcba9876543210", savedAt: BEFORE } })).toBeNull();
  expect(shows({ left: { digest: "", savedAt: BEFORE } })).toBeNull();
});

test("whose device speaks another language, or counts hours to twelve, waits for that", () => {
  for (const languages of [["hi-IN"], ["kn"], ["ur-PK", "en"], ["en-IN"]])
    expect(shows({ languages })).toBeNull();
  for (const languages of [["en-US"], ["en"], ["de-DE"], []]) expect(shows({ languages })).toBe("before");
});

test("where there is room for rooms side by side, the first screen is another", () => {
  expect(whatShows({ ...visit, isWide: true }, { ...facts, rooms: 2 })).toBeNull();
  expect(whatShows({ ...visit, isWide: true }, { ...facts, rooms: 1 })).toBe("before");
});
