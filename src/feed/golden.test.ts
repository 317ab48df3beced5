import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { feedLine } from "../build/feed-line";
import { parseFeed } from "./parse-feed";

const fixtures = new URL("fixtures/", import.meta.url);
/** What time it is for those that ask. */
const NOW = Date.UTC(2030, 5, 1, 12);

// What `npm run feed` prints of each. GOLDEN=write writes them anew: look at the difference before it is kept.
test.each(readdirSync(fixtures).filter((name) => name.endsWith(".ics")))("%s has its answer", (name) => {
  const line = feedLine(parseFeed(readFileSync(new URL(name, fixtures)), { now: NOW }));
  const golden = new URL(name.replace(/ics$/, "json"), fixtures);
  if (process.env.GOLDEN === "write") writeFileSync(golden, `${JSON.stringify(line, null, 2)}\n`);
  expect(JSON.parse(JSON.stringify(line))).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});
