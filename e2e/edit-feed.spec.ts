import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { cutInHalf, moveSession, retitleAll, shiftAll, touchDtstamps, uidsOf } from "./edit-feed";

const feed = readFileSync(new URL("../public/schedule.ics", import.meta.url), "utf8");
const unfold = (ics: string): string => ics.replace(/\r?\n[ \t]/g, "").replace(/\r?\n/g, "\n");
const startsOf = (ics: string): string[] => unfold(ics).match(/^DTSTART.*$/gm) ?? [];
const count = (ics: string): number => uidsOf(ics).length;

test("a shift there and back changes nothing but the folding", () => {
  expect(startsOf(shiftAll(feed, 90))).not.toEqual(startsOf(feed));
  expect(unfold(shiftAll(shiftAll(feed, 90), -90))).toBe(unfold(feed));
});

test("one session moves, over midnight too, and the others stay", () => {
  const [first = ""] = uidsOf(feed);
  const before = startsOf(feed);
  const after = startsOf(moveSession(feed, first, 24 * 60));
  expect(after.filter((start, index) => start !== before[index])).toHaveLength(1);
  expect(() => moveSession(feed, "nobody", 5)).toThrow("nobody");
});

test("every title changes, and lines stay within 75 octets", () => {
  const retitled = retitleAll(feed, (title, index) => `${index} – ${title} – ${"é".repeat(80)}`);
  expect(unfold(retitled).match(/^SUMMARY:\d+ – /gm)).toHaveLength(count(feed));
  const longest = Math.max(...retitled.split("\r\n").map((line) => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
});

test("touched stamps are the only difference", () => {
  const touched = touchDtstamps(feed, new Date("2026-05-01T00:00:00Z"));
  const without = (ics: string): string => unfold(ics).replace(/^DTSTAMP.*$/gm, "");
  expect(unfold(touched).match(/^DTSTAMP:20260501T000000Z$/gm)).toHaveLength(count(feed));
  expect(without(touched)).toBe(without(feed));
});

test("half a feed has lost its end", () => {
  expect(cutInHalf(feed)).not.toContain("END:VCALENDAR");
  expect(count(cutInHalf(feed))).toBeGreaterThan(0);
});
