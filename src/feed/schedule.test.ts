import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { daysOf } from "../domain/conference";
import { isBreak } from "../domain/session";
import { MINUTE } from "../domain/time";
import { parseFeed } from "./parse-feed";

const bytes = readFileSync(new URL("../../public/schedule.ics", import.meta.url));
const result = parseFeed(bytes);
if (!result.ok) throw new Error(result.reason);
const { conference, details, cutOff } = result;

/** The text values of one property, read from the file by hand. */
const valuesOf = (name: string): string[] =>
  [
    ...bytes
      .toString("utf8")
      .replace(/\n /g, "")
      .matchAll(new RegExp(`^${name}:(.*)$`, "gm")),
  ].map((match) => (match[1] as string).replace(/\\n/g, "\n").replace(/\\([,;\\])/g, "$1"));

describe("the conference's own feed", () => {
  test("is read without a word of complaint", () => {
    expect(details.report).toEqual([]);
    expect(cutOff).toBe(false);
    expect(conference).toMatchObject({
      name: valuesOf("NAME")[0],
      description: "",
      timeZone: valuesOf("X-WR-TIMEZONE")[0],
      refreshEvery: 12 * 60 * MINUTE,
    });
  });

  test("has 27 sessions on two days, in order, each with its own id and texts", () => {
    expect([...daysOf(conference).values()].map((sessions) => sessions.length)).toEqual([9, 18]);
    expect(conference.sessions.map(({ id }) => id).sort()).toEqual(valuesOf("UID").sort());
    expect(conference.sessions.map(({ id }) => details.sessions[id]?.summary).sort()).toEqual(
      valuesOf("SUMMARY").slice(1).sort(),
    );
    const starts = conference.sessions.map(({ startsAt }) => startsAt);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  test("rings five minutes before each session", () => {
    for (const { alarms } of conference.sessions) {
      expect(alarms).toEqual([{ related: "start", offset: -5 * MINUTE }]);
    }
  });

  test("has eight breaks, one title in four parts, and titles without their kind", () => {
    expect(conference.sessions.filter(isBreak)).toHaveLength(8);
    const parts = conference.sessions.filter(({ part }) => part !== null);
    expect(parts.map(({ part }) => part)).toEqual([1, 2, 3, 4].map((number) => ({ number, of: 4 })));
    expect(new Set(parts.map(({ title }) => title)).size).toBe(1);
    const summaries = valuesOf("SUMMARY");
    for (const { title, kind, sponsored } of conference.sessions) {
      expect(summaries.some((summary) => summary.endsWith(title))).toBe(true);
      if (!summaries.includes(title)) expect(kind !== "talk" || sponsored).toBe(true);
    }
  });

  test("splits rooms from venues at the last dash, and takes a lone line for the city", () => {
    for (const { id, room, venue, city } of conference.sessions) {
      const [first = "", second] = (details.sessions[id]?.location ?? "").split("\n");
      if (second === undefined)
        expect({ room, venue, city }).toEqual({ room: null, venue: null, city: first });
      else expect({ line: `${room} - ${venue}`, city }).toEqual({ line: first, city: second });
      expect(venue ?? "").not.toContain(" - ");
    }
    expect(conference.sessions.some(({ room }) => room?.includes(" - "))).toBe(true);
    expect(conference.sessions.filter(({ room }) => room === null)).toHaveLength(4);
  });
});
