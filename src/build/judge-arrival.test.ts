import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseFeed } from "../feed/parse-feed";
import { judgeArrival } from "./judge-arrival";
import { PROJECT } from "./run-step";

const own = readFileSync(`${PROJECT}/public/schedule.ics`, "utf8");

function read(ics: string) {
  const result = parseFeed(Buffer.from(ics));
  if (!result.ok) throw new Error(result.reason);
  return result;
}

const one = read(own);
const [year] = one.conference.sessions.map(({ day }) => Number(day.slice(0, 4)));
const next = read(own.replaceAll(`:${year}`, `:${(year ?? 0) + 1}`).replace(/^(NAME:.*)$/m, "$1 again"));
const last = Math.max(...one.conference.sessions.map(({ endsAt }) => endsAt));

test("the next edition of a conference that is over is taken without a question, and told in one line", () => {
  const verdict = judgeArrival(one, next, last + 1);
  expect(verdict).toEqual({
    kind: "changed",
    lines: [`The next edition: ${next.conference.name}, ${next.conference.sessions.length} sessions.`],
  });
});

test("before it is over another year's schedule is no plain matter", () => {
  const verdict = judgeArrival(one, next, last - 1);
  expect(verdict.kind === "changed" && verdict.lines.length === 1).toBe(false);
});
