import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const UI = join(import.meta.dirname, "..");

// What has no class, attribute or id to it.
const BARE = String.raw`(?<![\w.#\])-])(?:\*|[a-z][a-z0-9]*|&)`;
const BESIDE = new RegExp(String.raw`${BARE} [+~] (?!\d)`);
// What holds all rows is asked for something that may be anywhere in it.
const SOUGHT = /(?:^|[\s,>])(?:html|body|main|:root|\.app|\.with-dock)[^\s,]*:has\((?!\s*>)/;
const COUNTED = new RegExp(`${BARE}:(?:nth|first-of|last-of|only-of)`);

/** The selectors of a style sheet for which an engine styles a list, or looks through it, from end to end with each item that comes. */
function costlyIn(css: string): readonly string[] {
  const rules = css.replace(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{};]+)\{/g);
  return [...rules].flatMap(([, selector = ""]) => {
    const line = selector.trim();
    return !line.startsWith("@") && [BESIDE, COUNTED, SOUGHT].some((costly) => costly.test(line))
      ? [line]
      : [];
  });
}

test("no rule has a long list styled anew with each item that comes", () => {
  expect(costlyIn("li + li {} .a > * + p {} li:nth-child(2n) {} html:has(.x) {}")).toHaveLength(4);
  expect(costlyIn(".a + li {} .side:nth-child(n + 3) {} li:not(:first-child) {} body:has(> .x) {}")).toEqual(
    [],
  );
  const sheets = readdirSync(UI, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".css"),
  );
  expect(sheets.length).toBeGreaterThan(15);
  for (const sheet of sheets) expect(costlyIn(readFileSync(join(UI, sheet), "utf8")), sheet).toEqual([]);
});
