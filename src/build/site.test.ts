import { describe, expect, test } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import { manifestOf } from "./manifest";
import { headersFile, META_POLICY, SECURITY_HEADERS } from "./security-headers";
import { BuildStop, basePath, dayStartOf, descriptionOf, readSite, timeZoneOf } from "./site";

describe("what a build is made for", () => {
  test.each([
    ["/", "/"],
    ["", "/"],
    ["events/2027", "/events/2027/"],
    ["/events//2027/", "/events/2027/"],
  ])("the base %j is %s", (text, base) => expect(basePath(text)).toBe(base));

  test.each([
    [{ FEED: "nowhere.ics" }, /nowhere\.ics cannot be read/],
    [{ FEED: "index.html" }, /index\.html cannot be used: The answer is a web page/],
    [{ FEED: "http://127.0.0.1:9/x.ics" }, /cannot be had/],
  ])("a feed that cannot be had or read is one sentence: %j", async (env, sentence) => {
    const failure = await readSite(env).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildStop);
    expect(String(failure)).toMatch(sentence);
  });

  test("a day begins at four, or at the organiser's hour, or the build stops with a sentence", () => {
    expect([dayStartOf("{}"), dayStartOf('{ "dayStartHour": 0 }')]).toEqual([4, 0]);
    for (const text of ["", '{ "dayStartHour": 13 }', '{ "dayStartHour": "6" }'])
      expect(() => dayStartOf(text)).toThrow(/conference\.json/);
  });

  test("a feed without a zone is read in the organiser's, or the build stops with a sentence", () => {
    expect([timeZoneOf("{}"), timeZoneOf('{ "timeZone": "Asia/Tokyo" }')]).toEqual([null, "Asia/Tokyo"]);
    for (const text of ["", '{ "timeZone": "Tokyo" }', '{ "timeZone": 9 }'])
      expect(() => timeZoneOf(text)).toThrow(/conference\.json/);
  });

  test("without a word of its own, the conference is described by its days and size", () => {
    const conference = sampleConference([sampleSession()]);
    expect(descriptionOf(conference)).toBe(
      "Schedule of Pencil Days, Tuesday 21 May 2030: 1 session, kept on your device.",
    );
  });
});

describe("the manifest", () => {
  const site = {
    base: "/events/2027/",
    bytes: new Uint8Array(),
    conference: { ...sampleConference([]), name: "The Pencil Conference 2030" },
    dayStartHour: 4,
    defaultTimeZone: null,
  };

  test("is named by the base path, absolutely", () =>
    expect(manifestOf(site)).toMatchObject({ id: site.base, scope: site.base, start_url: site.base }));

  test("has a short name without the words that every conference's has", () =>
    expect(manifestOf(site).short_name).toBe("Pencil 2030"));
});

describe("the security headers", () => {
  test("of page and host are one policy, but for what a page may not set", () => {
    const whole = SECURITY_HEADERS["Content-Security-Policy"] ?? "";
    expect(whole.split("; ").filter((part) => !META_POLICY.includes(part))).toEqual([
      "frame-ancestors 'none'",
    ]);
    expect(headersFile("/x/")).toContain(whole);
  });
});
