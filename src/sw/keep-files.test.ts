import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type KeptFile, keepFiles } from "./keep-files";

const SITE = "https://site.example/";
const FILES: ReadonlyMap<string, KeptFile> = new Map([
  [SITE, { url: "index.html", revision: "r2" }],
  [`${SITE}assets/app-12345678.js`, { url: "assets/app-12345678.js", revision: null }],
  [`${SITE}assets/db-12345678.js`, { url: "assets/db-12345678.js", revision: null }],
]);

let kept: Map<string, Map<string, Response>>;
let asked: string[];
/** What the server answers by the file's name; everything else is not there. */
let served: Record<string, string>;
/** How many requests go wrong before the first that does not. */
let failures: number;

beforeEach(() => {
  kept = new Map();
  asked = [];
  served = { "index.html": "page 2", "assets/app-12345678.js": "app", "assets/db-12345678.js": "db" };
  failures = 0;
  vi.stubGlobal("caches", {
    open: async (name: string) => {
      const cache = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, cache);
      return {
        keys: async () => [...cache.keys()].map((url) => ({ url })),
        put: async (url: string, answer: Response) => void cache.set(url, answer),
      };
    },
    match: async (url: string, { cacheName }: { cacheName: string }) =>
      kept.get(cacheName)?.get(url)?.clone(),
  });
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    if (failures > 0) {
      failures -= 1;
      throw new TypeError("The network is gone.");
    }
    const text = served[url];
    if (text === undefined) return new Response("", { status: 404 });
    return new Response(text, {
      headers: { "content-type": "text/x", vary: "Accept", "content-length": "9" },
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

const keep = () => keepFiles("new", FILES, async () => [...kept.keys()]);

async function texts(name: string): Promise<Record<string, string>> {
  const all = [...(kept.get(name) ?? [])].map(async ([url, answer]) => [url, await answer.clone().text()]);
  return Object.fromEntries(await Promise.all(all));
}

const WHOLE = {
  [SITE]: "page 2",
  [`${SITE}assets/app-12345678.js`]: "app",
  [`${SITE}assets/db-12345678.js`]: "db",
};

test("every file is kept under the address it is asked for by, and compared by nothing else", async () => {
  await keep();
  expect(await texts("new")).toEqual(WHOLE);
  expect([...(kept.get("new")?.get(SITE)?.headers ?? [])]).toEqual([["content-type", "text/x"]]);
});

test("what the version before has under a content-hashed name is not asked for again; the page is", async () => {
  const before = new Map([
    [SITE, new Response("page 1")],
    [`${SITE}assets/db-12345678.js`, new Response("db")],
  ]);
  kept.set("old", before);
  await keep();
  expect(asked.sort()).toEqual(["assets/app-12345678.js", "index.html"]);
  expect(await texts("new")).toEqual(WHOLE);
  expect(await texts("old")).toEqual({ [SITE]: "page 1", [`${SITE}assets/db-12345678.js`]: "db" });
});

test("one lost request is made again", async () => {
  failures = 2;
  await keep();
  expect(await texts("new")).toEqual(WHOLE);
});

test("a file that is missing fails the whole; the next try asks for what is missing and for the page", async () => {
  const { "assets/db-12345678.js": db, ...rest } = served;
  served = { ...rest, "index.html": "page of another version" };
  await expect(keep()).rejects.toThrow("assets/db-12345678.js was answered with 404.");
  expect(await texts("new")).toEqual({ [`${SITE}assets/app-12345678.js`]: "app" });

  served = { "index.html": "page 2", "assets/db-12345678.js": db ?? "" };
  asked = [];
  await keep();
  expect(asked.sort()).toEqual(["assets/db-12345678.js", "index.html"]);
  expect(await texts("new")).toEqual(WHOLE);
});
