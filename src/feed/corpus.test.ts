import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { judgeFeed } from "../build/judge-feed";
import { openReader, type Reader } from "../build/open-reader";
import { parseFeed } from "./parse-feed";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** Some four hundred feeds and test files of other projects; they lie beside the checkout, not in it. */
const corpus = fileURLToPath(new URL("../../../shared/feeds/", import.meta.url));
const isHere = existsSync(corpus);
const paths = isHere
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ics"))
  : [];

// Said on the line of what was skipped, so that nobody takes four hundred feeds for read.
if (!isHere) test.skip("404 feeds in ../shared/feeds: the corpus is not beside this checkout", () => {});

describe.skipIf(!isHere)("every feed of the corpus has a result", () => {
  let reader: Reader;
  // A thread that is ended after five seconds: a feed that hangs it is refused, and seen here.
  beforeAll(async () => {
    reader = await openReader(5_000);
  });
  afterAll(() => reader.close());

  test.each(paths)("%s", async (path) => {
    const bytes = readFileSync(join(corpus, path));
    const result = await reader.read(bytes, {});
    const judged = await judgeFeed(bytes, reader.read);
    expect(judged.lost).toEqual([]);
    if (!result.ok) {
      // A mistake of ours that was caught, a thread that failed, a deadline that passed.
      expect(result.reason).not.toMatch(/Error|its reader|longer than/);
      return;
    }
    const { sessions } = result.conference;
    expect(result.details.report.filter(({ reason }) => reason.includes("Error"))).toEqual([]);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
    expect(Object.keys(result.details.sessions)).toHaveLength(sessions.length);
    for (const { startsAt, endsAt, title, day } of sessions) {
      expect(endsAt).toBeGreaterThanOrEqual(startsAt);
      expect(title).not.toBe("");
      expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  test("conferences' own feeds can all be used", () => {
    const refused = paths.filter(
      (path) => path.startsWith("conferences") && !parseFeed(readFileSync(join(corpus, path))).ok,
    );
    expect(refused).toEqual([]);
  });
});
