import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { PROJECT } from "./run-step";

vi.setConfig({ testTimeout: 60_000 });

const ICS = "public/schedule.ics";
const FIXTURES = "src/feed/fixtures";

/** Runs `npm run feed`'s own command and gives what it said. */
function feed(...args: string[]): Promise<{ code: number | null; out: string; error: string }> {
  const { INIT_CWD: _, ...env } = process.env;
  const child = spawn(process.execPath, ["src/build/run.mjs", "feed", ...args], { cwd: PROJECT, env });
  let [out, error] = ["", ""];
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (error += data));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, error })));
}

const objects = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("npm run feed", () => {
  test("prints one object a line, in the order that was asked for", async () => {
    const { code, out, error } = await feed("--json", ICS, `${FIXTURES}/links.ics`);
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const [first, second] = objects(out);
    expect(first).toMatchObject({ path: ICS, ok: true, report: [] });
    expect(first.sessions).toHaveLength(27);
    expect(Object.keys(first.sessions[0])).toEqual(
      expect.arrayContaining(
        "id uid title kind sponsored startsAt endsAt allDay room venue city status categories alarms".split(
          " ",
        ),
      ),
    );
    expect(first.sessions[0].alarms[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(second).toMatchObject({ path: `${FIXTURES}/links.ics`, ok: true });
  });

  test("has a sentence for each feed that cannot be used, and reads the others", async () => {
    const { code, out, error } = await feed("nowhere.ics", "index.html", "e2e", ICS, "--json");
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(objects(out).map(({ ok, reason }) => (ok ? "read" : reason))).toEqual([
      "There is no such file.",
      "The answer is a web page, not a calendar (a Wi-Fi login page looks like this).",
      "This folder holds no .ics file.",
      "read",
    ]);
  });

  test("takes every feed of a folder, and addresses", async () => {
    const server = createServer((request, answer) => {
      answer.statusCode = request.url === "/gone" ? 410 : 200;
      answer.end(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Served\nDTSTART:20300101T090000Z\nEND:VEVENT\nEND:VCALENDAR",
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { code, out } = await feed("--json", FIXTURES, `${at}/feed`, `${at}/gone`);
    server.close();
    const lines = objects(out);
    expect(code).toBe(1);
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.at(-2)).toMatchObject({ path: `${at}/feed`, ok: true, sessions: [{ title: "Served" }] });
    expect(lines.at(-2).findings.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["not-a-calendar-type", "other-origins", "no-validators"]),
    );
    expect(lines.at(-1)).toMatchObject({ ok: false, reason: "The server answered 410." });
  });

  test("tells an organiser in plain words what attendees see and what is wrong", async () => {
    const { code, out } = await feed(`${FIXTURES}/absurd.ics`);
    expect(code).toBe(0);
    expect(out).toContain("Absurd lengths and dates");
    expect(out).toContain("6 sessions, 0 with an alarm; all times in UTC");
    expect(out).toContain("Can be used: 1 error, ");
    expect(out).toContain("What attendees see first:\n    09:00–09:00 · An end before its start");
    expect(out).toContain("  ERROR    5 entries of the feed are not shown.\n           - Line ");
    expect(out).toContain(", “A length of aeons”: Its duration is absurd.\n");
  });

  test("names the line of each finding, for programs too, and fails for errors only where that is asked for", async () => {
    const { code, out } = await feed("--json", `${FIXTURES}/absurd.ics`);
    const [{ findings }] = objects(out);
    expect(code).toBe(0);
    expect(findings[0]).toEqual({
      level: "error",
      code: "not-shown",
      line: expect.any(Number),
      where: "A length of aeons",
      reason: "Its duration is absurd.",
      advice: expect.stringContaining("Attendees do not see"),
    });
    expect(await feed("--strict", `${FIXTURES}/absurd.ics`)).toMatchObject({ code: 1, error: "" });
    expect(await feed("--strict", ICS)).toMatchObject({ code: 0, error: "" });
  });

  test.each([[[]], [["--yaml", ICS]]])("is told how to be asked: %j", async (args) => {
    const { code, out, error } = await feed(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(error).toMatch(/^npm run feed -- .*\n$/);
  });
});
