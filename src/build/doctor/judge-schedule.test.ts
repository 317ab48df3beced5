import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseFeed } from "../../feed/parse-feed";
import { feedPage } from "../feed-page";
import { openReader, type Reader } from "../open-reader";
import { PROJECT } from "../run-step";
import { judgeSchedule } from "./judge-schedule";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const here = { read: async (...asked: Parameters<typeof parseFeed>) => parseFeed(...asked) };
const now = Date.UTC(2030, 0, 1);

test("the feed that comes with the app has its answer", async () => {
  const bytes = readFileSync(join(PROJECT, "public/schedule.ics"));
  const judged = await judgeSchedule(bytes, { now }, here);
  expect(judged.findings.map(({ level, code, line }) => `${level} ${code} ${line}`)).toEqual([
    "warning labels-contradict 599",
    "note parts 52",
    "note break-without-room 186",
    "note break-without-room 355",
    "note break-without-room 487",
    "note break-without-room 702",
    "note title-long 599",
    "note past null",
  ]);
  const [labels, parts] = judged.findings;
  expect(labels?.reason).toContain("“30 mins talk” and “SESSION TYPE: 10 MINS TALK”; it lasts 10 min");
  expect(parts?.reason).toMatch(
    /: part 1 11:45–13:15 \(line 52\), part 2 14:00–15:15 \(line 91\), part 3 15:30–16:30 \(line 130\), part 4 16:45–18:00 \(line 167\)\.$/,
  );
});

test("a feed that cannot be used is a finding, and what was left out of it stands beside", async () => {
  const bytes = Buffer.from(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nDTSTART:soon\nEND:VEVENT\nEND:VCALENDAR",
  );
  const judged = await judgeSchedule(bytes, { now }, here);
  expect(judged).toMatchObject({ ok: false, reason: "This calendar holds no session that can be read." });
  expect(judged.findings).toMatchObject([{ code: "unusable" }, { code: "not-shown", line: 4, where: "A" }]);
});

test("a mistake in one rule costs no other, and one in all of them not the answer", async () => {
  const bytes = readFileSync(join(PROJECT, "public/schedule.ics"));
  const broken = (words: object) => async () => {
    const result = parseFeed(bytes);
    if (!result.ok) throw new Error(result.reason);
    return { ...result, conference: { ...result.conference, ...words } };
  };
  const codesOf = async (words: object) =>
    (await judgeSchedule(bytes, { now }, { read: broken(words) })).findings.map(({ code }) => code);
  const some = await codesOf({ timeZone: "Nowhere/Else" });
  expect(some).toEqual(expect.arrayContaining(["unjudged", "labels-contradict", "break-without-room"]));
  expect(await codesOf({ sessions: null })).toEqual(["unjudged"]);
});

const corpus = fileURLToPath(new URL("../../../../shared/feeds/", import.meta.url));
const isHere = existsSync(corpus);
const paths = isHere
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ics"))
  : [];

// Said on the line of what was skipped, so that nobody takes four hundred feeds for judged.
if (!isHere) test.skip("404 feeds in ../shared/feeds: the corpus is not beside this checkout", () => {});

/** As an editor shows the file. */
const linesOf = (bytes: Buffer): readonly string[] =>
  bytes
    .toString("latin1")
    .replaceAll("\0", "")
    .split(/\r\n|\n|\r/);

describe.skipIf(!isHere)("every feed of the corpus has an answer", () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await openReader(5_000);
  });
  afterAll(() => reader.close());

  test("with lines of its file that say so, in words and columns that can be read", async () => {
    const wrong: string[] = [];
    for (const path of paths) {
      const bytes = readFileSync(join(corpus, path));
      const judged = await judgeSchedule(bytes, { now }, reader);
      const lines = linesOf(bytes);
      for (const { line, where, code, reason } of judged.findings) {
        if (code === "unjudged") wrong.push(`${path}: ${reason}`);
        if (line === null) continue;
        const isOwn = code === "detail-dropped" || code === "not-shown";
        if (!(isOwn ? /./ : BEGIN).test(lines[line - 1] ?? ""))
          wrong.push(`${path}:${line} ${code} ${where}`);
      }
      for (const line of feedPage(path, judged).split("\n").slice(1)) {
        if (widest(line) > 99 || /undefined|\bNaN\b|\[object /.test(line)) wrong.push(`${path}: ${line}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

const BEGIN = /BEGIN\s*:\s*VEVENT/i;

/** Columns, but for a word that is wider than a line by itself. */
const widest = (line: string): number =>
  line
    .trim()
    .split(" ")
    .some((word) => word.length > 80)
    ? 0
    : [...line].length;
