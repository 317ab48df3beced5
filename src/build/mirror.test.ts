import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  cancelSession,
  cutInHalf,
  editSession,
  moveSession,
  removeSession,
  touchDtstamps,
} from "../../e2e/edit-feed";
import { PROJECT } from "./run-step";

vi.setConfig({ testTimeout: 60_000 });

/** A programme of eight sessions, hour after hour from eight. */
function programme(name: string, prefix: string): string {
  const hours = [8, 9, 10, 11, 12, 13, 14, 15];
  const events = hours.flatMap((hour, index) => [
    "BEGIN:VEVENT",
    `UID:${prefix}-${index}@example.org`,
    "DTSTAMP:20300101T000000Z",
    "SEQUENCE:1",
    `SUMMARY:${prefix} ${index}`,
    `DTSTART:20300521T${String(hour).padStart(2, "0")}0000Z`,
    `DTEND:20300521T${String(hour).padStart(2, "0")}3000Z`,
    "DESCRIPTION:As it was",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT5M",
    "END:VALARM",
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `NAME:${name}`, "X-WR-TIMEZONE:UTC"];
  return `${[...head, ...events, "END:VCALENDAR"].join("\r\n")}\r\n`;
}

const DEPLOYED = programme("Pencil Days", "Pencils");
const uid = (index: number) => `Pencils-${index}@example.org`;
const edited = (from: string, to: string) =>
  editSession(DEPLOYED, uid(3), (lines) => lines.map((line) => line.replace(from, to)));

const PORTAL = "<!doctype html><html lang=en><title>Welcome</title><h1>Sign in</h1></html>";

let server: Server;
let origin = "";
/** By path; what is not here is missing. */
const answers = new Map<string, { readonly status?: number; readonly body: string }>();

beforeAll(async () => {
  server = createServer((request, answer) => {
    const { status = 200, body } = answers.get(request.url ?? "") ?? { status: 404, body: "Not found" };
    answer.writeHead(status).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** What a run of the mirror said, and what the build would take afterwards. */
interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly output: string;
  readonly summary: string;
  readonly taken: string;
}

/** Runs `npm run mirror`'s own command in a project that holds an older feed. */
async function mirror(feed: string | undefined, args: readonly string[], words = "{}"): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), "trackside-mirror-"));
  try {
    await mkdir(join(folder, "public"));
    await writeFile(join(folder, "public/schedule.ics"), "OLD");
    await writeFile(join(folder, "public/conference.json"), words);
    const { FEED: _, ...env } = process.env;
    const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
    const child = spawn(process.execPath, [join(PROJECT, "src/build/run.mjs"), "mirror", ...args], {
      cwd: folder,
      env: { ...env, ...files, ...(feed === undefined ? {} : { FEED: feed }) },
    });
    let out = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (out += data));
    const code = await new Promise<number | null>((done) => child.on("close", done));
    const read = (path: string) => readFile(join(folder, path), "utf8").catch(() => "");
    const [output, summary, taken] = await Promise.all(
      ["output", "summary", "public/schedule.ics"].map(read),
    );
    return { code, out, output: output ?? "", summary: summary ?? "", taken: taken ?? "" };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A site whose copy is `DEPLOYED`, and a feed that answers so. */
async function against(
  path: string,
  body: string,
  { status = 200, args = [] as readonly string[] } = {},
): Promise<Run> {
  answers.set(`/${path}/feed.ics`, { status, body });
  answers.set(`/${path}/schedule.ics`, { body: DEPLOYED });
  return mirror(`${origin}/${path}/feed.ics`, ["--deployed", `${origin}/${path}/schedule.ics`, ...args]);
}

const fewer = [2, 3, 4, 5, 6].reduce((feed, index) => removeSession(feed, uid(index)), DEPLOYED);

test.concurrent.for([
  ["an error", "error", "sorry", 500, "The server answered 500."],
  ["a login page", "portal", PORTAL, 200, "The answer is a web page, not a calendar"],
  ["nothing", "nothing", "", 200, "The file is empty."],
  ["an empty calendar", "empty", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", 200, "holds no session"],
  ["half of a file", "cut", cutInHalf(DEPLOYED), 200, "The schedule arrived cut off."],
  [
    "another conference",
    "other",
    programme("Ink Days", "Ink"),
    200,
    "another conference’s schedule: Ink Days",
  ],
  ["a schedule that has lost most of its sessions", "few", fewer, 200, "5 sessions are missing"],
] as const)("%s is refused, and what is deployed stays", async ([, path, body, status, reason]) => {
  const run = await against(path, body, { status });
  expect(run).toMatchObject({ code: 1, output: "changed=false\nkept=true\n", taken: DEPLOYED });
  expect(run.out).toContain(reason);
  expect(run.summary).toContain("was refused, and the site stays as it is");
});

test.concurrent.for([
  ["stamps", "stamps", touchDtstamps(DEPLOYED, new Date("2030-02-02T02:02:02Z"))],
  ["sequence numbers", "sequence", DEPLOYED.replaceAll("SEQUENCE:1", "SEQUENCE:7")],
  ["line ends", "bytes", DEPLOYED.replaceAll("\r\n", "\n")],
] as const)("new %s are no change: nothing is deployed", async ([, path, body]) => {
  const run = await against(path, body);
  expect(run).toMatchObject({ code: 0, output: "changed=false\nkept=true\n", taken: DEPLOYED });
  expect(run.out).toBe("Nothing that attendees see has changed.\n");
});

test.concurrent.for([
  [
    "a session that moved",
    "moved",
    moveSession(DEPLOYED, uid(3), 90),
    "“Pencils 3”: Moved from 11:00 to 12:30",
  ],
  ["a cancelled session", "off", cancelSession(DEPLOYED, uid(3)), "“Pencils 3”: Cancelled"],
  [
    "a session that is gone",
    "gone",
    removeSession(DEPLOYED, uid(3)),
    "“Pencils 3”: No longer in the schedule",
  ],
  ["a description alone", "words", edited("As it was", "Otherwise"), "“Pencils 3”: New description"],
  ["other alarms", "alarms", edited("-PT5M", "-PT9M"), "“Pencils 3”: Other reminder times"],
  ["a new name", "name", DEPLOYED.replace("Pencil Days", "Pencil Week"), "The conference: Another name"],
] as const)("%s is taken, and told in words", async ([, path, body, words]) => {
  const run = await against(path, body);
  expect(run).toMatchObject({ code: 0, output: "changed=true\nkept=false\n", taken: body });
  expect(run.out).toBe(`The schedule has changed (1):\n  - ${words}\n`);
  expect(run.summary).toContain(`- ${words}`);
});

test.concurrent("what was refused is taken where the organiser says so; what cannot be read is not", async () => {
  const run = await against("forced", fewer, { args: ["--force"] });
  expect(run).toMatchObject({ code: 0, output: "changed=true\nkept=false\n", taken: fewer });
  expect(await against("forced-page", PORTAL, { args: ["--force"] })).toMatchObject({
    code: 1,
    taken: DEPLOYED,
  });
});

test.concurrent("a site that is not up yet takes its first schedule, named by conference.json", async () => {
  answers.set("/first/feed.ics", { body: DEPLOYED });
  const words = JSON.stringify({ feed: `${origin}/first/feed.ics` });
  const run = await mirror(undefined, ["--deployed", `${origin}/first/schedule.ics`], words);
  expect(run).toMatchObject({ code: 0, output: "changed=true\nkept=false\n", taken: DEPLOYED });
});

test.concurrent("a site that does not answer cannot be compared with: nothing is taken", async () => {
  answers.set("/down/feed.ics", { body: DEPLOYED });
  answers.set("/down/schedule.ics", { status: 503, body: "" });
  const run = await mirror(`${origin}/down/feed.ics`, ["--deployed", `${origin}/down/schedule.ics`]);
  expect(run).toMatchObject({ code: 1, output: "changed=false\nkept=false\n", taken: "OLD" });
  expect(run.out).toContain("nothing can be compared with it: The server answered 503.");
});

test.concurrent("a feed that lies in the project is not fetched, and is left as it is", async () => {
  const run = await mirror(undefined, ["--deployed", `${origin}/nowhere/schedule.ics`]);
  expect(run).toMatchObject({ code: 0, output: "changed=false\nkept=false\n", taken: "OLD" });
});

test.concurrent("a title is no command to the job that prints it", async () => {
  const run = await against("command", edited("SUMMARY:Pencils 3", "SUMMARY:x\\n::error::y ##[z] `*"));
  expect(run.out.split("\n").filter((line) => /^\s*::|##\[/.test(line))).toEqual([]);
  expect(run.summary).toContain("\\`\\*");
});
