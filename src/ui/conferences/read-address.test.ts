import { expect, test } from "vitest";
import { readAddress } from "./read-address";

const own = "https://conf.example/2030/#/";

test.each([
  ["https://conf.example/other.ics", "open https://conf.example/other.ics"],
  ["/2030/schedule.ics", "open https://conf.example/2030/schedule.ics"],
  ["webcal://conf.example/2030/schedule.ics", "open https://conf.example/2030/schedule.ics"],
  ["webcal://other.example/a.ics", "closed https://other.example/a.ics"],
  ["WEBCALS://other.example/a.ics?x=1#top", "closed https://other.example/a.ics?x=1"],
  [" other.example/a.ics ", "closed https://other.example/a.ics"],
  ["other.example:8443/a.ics", "closed https://other.example:8443/a.ics"],
  ["http://other.example/a.ics", "insecure http://other.example/a.ics"],
  ["http://conf.example/a.ics", "insecure http://conf.example/a.ics"],
  ["file:///home/me/a.ics", "file"],
  ["javascript:alert(1)", "none"],
  ["data:text/calendar,BEGIN:VCALENDAR", "none"],
  ["two words", "none"],
  ["word", "none"],
  ["", "none"],
])("the address %j is %s", (text, expected) => {
  const read = readAddress(text, own, () => false);
  expect("url" in read ? `${read.kind} ${read.url}` : read.kind).toBe(expected);
});

test("where the organiser opened it, any encrypted address may be asked, and no other", () => {
  expect(readAddress("webcal://other.example/a.ics", own, () => true)).toMatchObject({ kind: "open" });
  expect(readAddress("http://other.example/a.ics", own, () => true)).toMatchObject({ kind: "insecure" });
});

test("on a site without encryption its own feed is asked as the page was", () =>
  expect(
    readAddress("webcal://localhost:4173/schedule.ics", "http://localhost:4173/#/", () => false),
  ).toEqual({
    kind: "open",
    url: "http://localhost:4173/schedule.ics",
  }));
