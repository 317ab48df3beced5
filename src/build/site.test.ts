import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { sampleConference, sampleSession } from "../domain/sample";
import { BuildStop } from "./build-stop";
import { STYLES_HASH } from "./inline-styles";
import { manifestOf } from "./manifest";
import { readOrganiser } from "./organiser";
import { hasPictures } from "./pictures";
import { headersFile, metaPolicy, originsOf, securityHeaders } from "./security-headers";
import { basePath, descriptionOf, readSite } from "./site";

describe("what a build is made for", () => {
  test.each([
    ["/", "/"],
    ["", "/"],
    ["events/2027", "/events/2027/"],
    ["/events//2027/", "/events/2027/"],
  ])("the base %j is %s", (text, base) => expect(basePath(text)).toBe(base));

  test.each([
    [{ FEED: "nowhere.ics" }, /nowhere\.ics cannot be read: .* Set FEED to another/],
    [{ FEED: "index.html" }, /index\.html cannot be used: The answer is a web page/],
    [{ FEED: "http://127.0.0.1:9/x.ics" }, /cannot be had/],
  ])("a feed that cannot be had or read is one sentence: %j", async (env, sentence) => {
    const failure = await readSite(env).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(BuildStop);
    expect(String(failure)).toMatch(sentence);
  });

  test.each([
    ["http://feeds.example/x.ics", {}, /has no https address: take "direct" out, or name one/],
    ["https://feeds.example/x.ics", {}, /does not allow other sites to read it: take "direct" out/],
    ["webcal://feeds.example/x.ics", { "access-control-allow-origin": "*" }, /^$/],
  ])("the feed's own address is taken only if pages may ask it: %s %j", async (feed, headers, sentence) => {
    const words = join(await mkdtemp(join(tmpdir(), "trackside-words-")), "conference.json");
    await writeFile(words, JSON.stringify({ feed, direct: true }));
    const bytes = await readFile("public/schedule.ics");
    vi.stubGlobal("fetch", async () => new Response(bytes, { headers }));
    const tried = (env: object) =>
      readSite({ CONFERENCE: words, ...env }).then(
        ({ feed: source }) => (source === feed ? "" : source),
        (error: Error) => error.message,
      );
    const failure = await tried({});
    // Built of a copy that was fetched beforehand, the page asks the same address.
    expect(await tried({ FEED: "public/schedule.ics" })).toBe(failure);
    vi.unstubAllGlobals();
    await rm(dirname(words), { recursive: true });
    expect(failure).toMatch(sentence);
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
    conference: { ...sampleConference([]), name: "The Pencil Conference 2030" },
    organiser: readOrganiser(""),
  };

  test("is named by the base path, absolutely", () =>
    expect(manifestOf(site, false)).toMatchObject({ id: site.base, scope: site.base, start_url: site.base }));

  test("takes calendars that the system hands over, at addresses under the base path", () => {
    const { share_target, file_handlers, protocol_handlers } = manifestOf(site, false);
    expect(share_target).toMatchObject({ action: "/events/2027/share", method: "POST" });
    expect(file_handlers?.map(({ action }) => action)).toEqual(["/events/2027/#/conferences"]);
    expect(protocol_handlers).toEqual([{ protocol: "webcal", url: "/events/2027/?open=%s" }]);
  });

  test("has the organiser's own short name", () => {
    const organiser = readOrganiser('{ "shortName": "Pencils" }');
    expect(manifestOf({ ...site, organiser }, false).short_name).toBe("Pencils");
  });

  test("has a short name without the words that every conference's has", () =>
    expect(manifestOf(site, false).short_name).toBe("Pencil 2030"));
});

describe("pictures in the manifest", () => {
  test("are those of this conference, or there are none", async () => {
    const { conference } = await readSite({ FEED: "public/schedule.ics" });
    expect(await hasPictures({ conference })).toBe(true);
    expect(await hasPictures({ conference: { ...conference, name: "Another" } })).toBe(false);
  });
});

describe("the security headers", () => {
  test("of page and host are one policy, but for what a page may not set", () => {
    const whole = securityHeaders([])["Content-Security-Policy"] ?? "";
    expect(whole.split("; ").filter((part) => !metaPolicy([]).includes(part))).toEqual([
      "frame-ancestors 'none'",
    ]);
    expect(headersFile("/x/", [])).toContain(whole);
  });

  test("name the styles that stand in the page, the one place for them being the build", () => {
    expect(metaPolicy([])).toContain(`style-src 'self' ${STYLES_HASH};`);
    expect(headersFile("/", []).split(STYLES_HASH)).toHaveLength(2);
  });

  test("let the page ask other origins only where the organiser says so, and only encrypted ones", () => {
    const asked = (words: string, feed = "public/schedule.ics") =>
      metaPolicy(originsOf({ organiser: readOrganiser(words), feed }));
    expect(asked("")).toContain("connect-src 'self';");
    expect(asked('{ "feedOrigins": "any" }')).toContain("connect-src 'self' https:;");
    const some = asked(
      '{ "feedOrigins": ["https://a.example", "https://b.example:8443"], "direct": true }',
      "webcal://b.example:8443/x.ics?secret",
    );
    expect(some).toContain("connect-src 'self' https://b.example:8443 https://a.example;");
    expect(some.replace(" https://b.example:8443 https://a.example", "")).toBe(asked(""));
  });
});
