import { describe, expect, test } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import { STYLES_HASH } from "./inline-styles";
import { manifestOf } from "./manifest";
import { headersFile, metaPolicy, securityHeaders } from "./security-headers";
import { BuildStop, basePath, dayStartOf, descriptionOf, openFeedsOf, readSite, timeZoneOf } from "./site";

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
    feed: "feed.ics",
    bytes: new Uint8Array(),
    conference: { ...sampleConference([]), name: "The Pencil Conference 2030" },
    dayStartHour: 4,
    openFeeds: false,
    defaultTimeZone: null,
  };

  test("is named by the base path, absolutely", () =>
    expect(manifestOf(site)).toMatchObject({ id: site.base, scope: site.base, start_url: site.base }));

  test("takes calendars that the system hands over, at addresses under the base path", () => {
    const { share_target, file_handlers, protocol_handlers } = manifestOf(site);
    expect(share_target).toMatchObject({ action: "/events/2027/share", method: "POST" });
    expect(file_handlers?.map(({ action }) => action)).toEqual(["/events/2027/#/conferences"]);
    expect(protocol_handlers).toEqual([{ protocol: "webcal", url: "/events/2027/?open=%s" }]);
  });

  test("has a short name without the words that every conference's has", () =>
    expect(manifestOf(site).short_name).toBe("Pencil 2030"));
});

describe("the security headers", () => {
  test("of page and host are one policy, but for what a page may not set", () => {
    const whole = securityHeaders(false)["Content-Security-Policy"] ?? "";
    expect(whole.split("; ").filter((part) => !metaPolicy(false).includes(part))).toEqual([
      "frame-ancestors 'none'",
    ]);
    expect(headersFile("/x/", false)).toContain(whole);
  });

  test("name the styles that stand in the page, the one place for them being the build", () => {
    expect(metaPolicy(false)).toContain(`style-src 'self' ${STYLES_HASH};`);
    expect(headersFile("/", false).split(STYLES_HASH)).toHaveLength(2);
  });

  test("let the page ask other origins only where the organiser says so, and only encrypted ones", () => {
    expect(metaPolicy(false)).toContain("connect-src 'self';");
    expect(metaPolicy(true)).toContain("connect-src 'self' https:;");
    expect(metaPolicy(true).replace(" https:", "")).toBe(metaPolicy(false));
    expect([openFeedsOf("{}"), openFeedsOf('{ "openFeeds": true }')]).toEqual([false, true]);
    expect(() => openFeedsOf('{ "openFeeds": "yes" }')).toThrow(/openFeeds in public\/conference\.json/);
  });
});
