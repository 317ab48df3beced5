import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { siteHeaders } from "../security-headers";
import { hostFiles } from "./host-files";
import { ASKED_ANEW, FOR_EVER, mirrored } from "./host-site";
import { notFoundPage } from "./not-found";
import { sampleDist, sampleHostSite } from "./sample-site";

const FEED = "https://feeds.example/2030/schedule.ics?of=1";
const PROJECT = join(import.meta.dirname, "../../..");

const pairs = (text: string, pattern: RegExp): Record<string, string> =>
  Object.fromEntries([...text.matchAll(pattern)].map(([, name = "", value = ""]) => [name, value]));

interface VercelFile {
  readonly headers: readonly { source: string; headers: readonly { key: string; value: string }[] }[];
  readonly rewrites: readonly { source: string; destination: string }[];
}

describe.each([
  ["/", null],
  ["/events/2030/", FEED],
])("what hosts are given for a site under %s with the feed %s", (base, feed) => {
  const site = sampleHostSite({ base, feed });
  const files = hostFiles(site);
  const text = (name: string) => files[name] ?? "";

  test("nginx sends the constant, and nothing that would take its place", () => {
    const sent = pairs(text("nginx.conf"), /^ {4}add_header (\S+) "(.*)" always;$/gm);
    expect(sent).toEqual(site.headers);
    // A header that is added further in would end all that stands further out.
    const further = [...text("nginx.conf").matchAll(/^ {6}add_header (\S+)/gm)].map(([, name]) => name);
    expect(further).toEqual(feed ? ["X-Accel-Redirect"] : []);
  });

  test("Caddy sends the constant", () =>
    expect(pairs(text("Caddyfile"), /^\t\t([A-Z][\w-]+) `(.*)`$/gm)).toEqual(site.headers));

  test("Vercel sends the constant, with everything", () => {
    const { headers, rewrites } = JSON.parse(text("vercel/vercel.json")) as VercelFile;
    const of = (source: string) =>
      Object.fromEntries(
        (headers.find((rule) => rule.source === base + source)?.headers ?? []).map(({ key, value }) => [
          key,
          value,
        ]),
      );
    expect(of("(.*)")).toEqual(site.headers);
    expect(of("assets/(.*)")).toEqual({ "Cache-Control": FOR_EVER });
    expect(of("((?!assets/).*)")).toEqual({ "Cache-Control": ASKED_ANEW });
    expect(rewrites).toEqual(feed ? [{ source: `${base}schedule.ics`, destination: feed }] : []);
  });

  test("Netlify and Cloudflare read the constant in the site's own file", async () => {
    const folder = await sampleDist(site);
    const sent = (path: string) => siteHeaders(join(folder, "dist"), [base + path]);
    const security = Object.fromEntries(
      Object.entries(site.headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    expect(await sent("")).toEqual(security);
    expect(await sent("assets/a.js")).toEqual({ ...security, "cache-control": FOR_EVER });
    expect(await sent("schedule.ics")).toEqual({
      ...security,
      "content-type": "text/calendar; charset=utf-8",
    });
    await rm(folder, { recursive: true });
  });

  test("a mirror by rewrite is offered where there is an address to ask", () => {
    const names = ["nginx.conf", "Caddyfile", "vercel/vercel.json"];
    const mirrors = [
      "vercel/.vercelignore",
      "netlify/_redirects",
      "cloudflare/_worker.js",
      "cloudflare/_routes.json",
    ];
    expect(Object.keys(files)).toEqual(feed ? [...names, ...mirrors] : names);
    if (!feed) return expect(text("nginx.conf") + text("Caddyfile")).not.toMatch(/_pass|reverse_proxy/);
    expect(text("netlify/_redirects")).toBe(`${base}schedule.ics  ${feed}  200!\n`);
    expect(JSON.parse(text("cloudflare/_routes.json"))).toEqual({
      version: 1,
      include: [`${base}schedule.ics`],
      exclude: [],
    });
  });
});

describe("the address to be mirrored", () => {
  test.each([
    ["public/schedule.ics", null],
    ["webcal://example.org/x.ics", "https://example.org/x.ics"],
    ["http://example.org:81/x.ics?a=1&b=2#c", "http://example.org:81/x.ics?a=1&b=2"],
    ['https://example.org/$x/a b";{}.ics?y=$\\', "https://example.org/%24x/a%20b%22%3B%7B%7D.ics?y=%24%5C"],
  ])("of %s is %s", (feed, address) => expect(mirrored(feed)).toBe(address));
});

test("the page for addresses where nothing is leads to the schedule, and can say any name", () =>
  expect(notFoundPage({ base: "/x/", name: "A <b>&" })).toContain(
    '<a href="/x/">Open the schedule of A &#60;b&#62;&#38;</a>',
  ));

test("what hosts look for in the project holds no policy that could be another build's", () => {
  const files = [".hosting", ".github/workflows"].flatMap((folder) =>
    readdirSync(join(PROJECT, folder)).map((name) => join(PROJECT, folder, name)),
  );
  expect(files.length).toBeGreaterThan(3);
  const holding = files.filter((file) => /-src|sha256-|nosniff|max-age/.test(readFileSync(file, "utf8")));
  expect(holding).toEqual([]);
});
