import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseFeed } from "../feed/parse-feed";
import { benchFeed, markTitles, movedAhead } from "./bench-feed";
import { PROJECT } from "./run-step";

function read(feed: string) {
  const result = parseFeed(new TextEncoder().encode(feed));
  if (!result.ok) throw new Error(result.reason);
  return result;
}

describe("the benchmark's conference", () => {
  test("has as many sessions as were asked for, on three days in thirty rooms", () => {
    const { conference, details } = read(benchFeed(270));
    expect(conference.sessions).toHaveLength(270);
    expect(new Set(conference.sessions.map(({ day }) => day)).size).toBe(3);
    expect(new Set(conference.sessions.map(({ room }) => room)).size).toBe(30);
    expect(details.report).toEqual([]);
  });

  test("has an alarm, two categories and 1.5 kB of text for each session", () => {
    const { conference, details } = read(benchFeed(90));
    for (const { id, alarms, categories } of conference.sessions) {
      expect(alarms).toHaveLength(1);
      expect(categories).toHaveLength(2);
      expect(details.sessions[id]?.description?.length).toBeGreaterThan(1400);
    }
  });

  test("is the same each time, so that figures of two days can be compared", () => {
    expect(benchFeed(90)).toBe(benchFeed(90));
  });

  test("its lines are folded", () => {
    expect(
      Math.max(
        ...benchFeed(60)
          .split("\r\n")
          .map(({ length }) => length),
      ),
    ).toBeLessThanOrEqual(75);
  });
});

describe("a feed made ready to be measured", () => {
  const feed = readFileSync(join(PROJECT, "public/schedule.ics"), "utf8");

  test("lies ahead, with the weekdays that it had", () => {
    const before = read(feed).conference.sessions;
    const after = read(movedAhead(feed)).conference.sessions;
    expect(after.map(({ title }) => title)).toEqual(before.map(({ title }) => title));
    const weekdays = (sessions: typeof before) =>
      sessions.map(({ startsAt }) => new Date(startsAt).getUTCDay());
    expect(weekdays(after)).toEqual(weekdays(before));
    expect(after[0]?.day.slice(0, 4)).toBe("2054");
  });

  test("has as many titles marked as were asked for: the first that are seen, which stay where they are", () => {
    for (const text of [benchFeed(90), movedAhead(feed)]) {
      const before = read(text).conference.sessions;
      const after = read(markTitles(text, 2, "Changed")).conference.sessions;
      const marked = before.map(({ title }, place) => (place < 2 ? `${title} Changed` : title));
      expect(after.map(({ title }) => title)).toEqual(marked);
      expect(after.map(({ room }) => room)).toEqual(before.map(({ room }) => room));
    }
  });
});
