import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cloudflareWorker } from "./platforms";
import { calendarOf, sampleHostSite } from "./sample-site";

const FEED = "https://feeds.example/theirs.ics";
const OURS = "https://pencil.example/schedule.ics";

const site = sampleHostSite({ feed: FEED });
const calendar = (title: string) =>
  new Response(calendarOf(title), { headers: { "Content-Type": "text/calendar", "Set-Cookie": "who=you" } });

describe("the mirror as a function of Cloudflare", () => {
  let worker: { fetch(request: Request, files: object): Promise<Response> };
  let theirs: () => Promise<Response>;
  const asked = vi.fn<(url: string) => void>();
  const kept = new Map<string, Response>();
  const files = {
    ASSETS: { fetch: async () => new Response(calendarOf("built"), { headers: { ETag: '"built"' } }) },
  };
  const ask = (headers: Record<string, string> = {}, method = "GET", url = OURS) =>
    worker.fetch(new Request(url, { method, headers }), files);

  beforeEach(async () => {
    const text = cloudflareWorker(site);
    // Each test has a worker that was just started.
    const module: { default: typeof worker } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(`${text}// ${Math.random()}`)}`
    );
    worker = module.default;
    kept.clear();
    asked.mockClear();
    theirs = async () => calendar("theirs");
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.stubGlobal("fetch", (url: string) => {
      asked(url);
      return theirs();
    });
    vi.stubGlobal("caches", {
      default: {
        match: async ({ url }: Request) => kept.get(url)?.clone(),
        put: async ({ url }: Request, answer: Response) => void kept.set(url, answer),
      },
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const later = () => vi.setSystemTime(Date.now() + 31_000);

  test("serves the feed with the site's headers and no others, and asks for it once in half a minute", async () => {
    for (const url of [OURS, `${OURS}?1`]) {
      const answer = await ask({}, "GET", url);
      expect(await answer.text()).toBe(calendarOf("theirs"));
      expect(Object.fromEntries(answer.headers)).toEqual({
        ...Object.fromEntries(new Headers(site.headers)),
        "cache-control": "no-cache",
        "content-type": "text/calendar; charset=utf-8",
        etag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
      });
    }
    expect(asked.mock.calls).toEqual([[FEED]]);
    later();
    theirs = async () => calendar("theirs, later");
    expect(await (await ask()).text()).toBe(calendarOf("theirs, later"));
  });

  test("answers 304 to who has it, also by the weak name that a compressed copy bears", async () => {
    const tag = (await ask()).headers.get("etag") ?? "";
    for (const name of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await ask({ "if-none-match": name });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("content-security-policy")).toBe(site.headers["Content-Security-Policy"]);
    }
    expect((await ask({ "if-none-match": '"other"' })).status).toBe(200);
  });

  test.each([
    ["is gone", () => Promise.reject(new TypeError("gone"))],
    ["answers 503", async () => new Response(calendarOf("error"), { status: 503 })],
    ["answers with a page", async () => new Response("<h1>Sign in</h1>")],
    ["answers with half of it", async () => new Response("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")],
  ])(
    "serves the last good copy where the feed's server %s, else the copy of the build",
    async (_, failure) => {
      theirs = failure;
      const cold = await ask();
      expect([cold.status, await cold.text()]).toEqual([200, calendarOf("built")]);
      expect(cold.headers.get("content-security-policy")).toBe(site.headers["Content-Security-Policy"]);
      expect((await ask({ "if-none-match": '"built"' })).status).toBe(304);

      theirs = async () => calendar("theirs");
      await ask();
      theirs = failure;
      later();
      expect(await (await ask()).text()).toBe(calendarOf("theirs"));
      // Not everybody has to wait for a server that fails.
      asked.mockClear();
      expect(await (await ask()).text()).toBe(calendarOf("theirs"));
      expect(asked).not.toHaveBeenCalled();
    },
  );

  test("has no body for HEAD, and takes nothing", async () => {
    const head = await ask({}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect((await ask({}, "POST")).status).toBe(405);
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
