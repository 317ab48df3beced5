import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { parseFeed } from "./parse-feed";

vi.setConfig({ testTimeout: 60_000 });

/** Some four hundred feeds and test files of other projects; they lie beside the checkout, not in it. */
const corpus = fileURLToPath(new URL("../../../shared/feeds/", import.meta.url));

describe.skipIf(!existsSync(corpus))("every feed of the corpus has a result", () => {
  const paths = !existsSync(corpus)
    ? []
    : readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ics"));

  test.each(paths)("%s", (path) => {
    const result = parseFeed(readFileSync(join(corpus, path)));
    if (!result.ok) {
      // A bug that parseFeed caught would show as an error's name in the reason.
      expect(result.reason).not.toContain("Error");
      return;
    }
    const { sessions } = result.conference;
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
