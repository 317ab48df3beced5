import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { HOUR, MINUTE, SECOND } from "../domain/time";
import { hasProgram, type RunningNginx, runNginx } from "./hosts/run-nginx";
import { LOG_FORMAT, readVisits, type Visit } from "./load/access-log";
import { count, crowdTable, volume } from "./load/crowd-table";
import { storm } from "./load/storm";
import { pace } from "./load/wrk";
import { bin, PROJECT, runStep } from "./run-step";
import { readSite, type Site } from "./site";
import { isStale } from "./stamp";

const CROWDS = [1_000, 50_000, 1_000_000];
const DAY_OF_CONFERENCE = 8 * HOUR;
/** In which all open the app: before the keynote, and where somebody on the stage says so. */
const COMING = 5 * MINUTE;
const TOLD_TO = 10 * SECOND;

/**
 * `npm run load`: serves the built site by nginx with its own configuration, has wrk ask for it, counts at the
 * server what a browser's visits cost, and prints what crowds of attendees cost.
 */
export async function main(): Promise<number> {
  if (!hasProgram("nginx")) {
    console.error(
      "nginx is not on this machine: install it (Debian: apt install nginx-light) and ask again.",
    );
    return 1;
  }
  const site = await readSite(process.env);
  const file = join(PROJECT, "dist-host/nginx.conf");
  if ((await isStale(process.env)) || !existsSync(file))
    await build({ configLoader: "runner", logLevel: "warn" });
  const folder = await mkdtemp(join(tmpdir(), "trackside-load-"));
  const log = join(folder, "access.log");
  await cp(join(PROJECT, "dist"), join(folder, "dist"), { recursive: true });
  const configuration = await readFile(file, "utf8");
  // The one thing that is not as it is shipped: that the answers are written down.
  const logged = `log_format measured "${LOG_FORMAT}";\n  access_log ${log} measured;`;
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model ?? "?"}), load ${loadavg()[0]?.toFixed(1)}`;
  console.log(`nginx, browser and wrk share this machine, over loopback: ${machine}.\n`);
  try {
    const visits = await withNginx(folder, configuration, { "access_log off;": logged }, (nginx) =>
      visitsOf(`${nginx.origin}${site.base}`, log),
    );
    if (hasProgram("wrk")) {
      await withNginx(folder, configuration, {}, (nginx) => paces(nginx.origin + site.base, folder));
    } else {
      console.log(
        "wrk is not on this machine, so how much nginx serves was not measured (Debian: apt install wrk).",
      );
    }
    if (visits) console.log(`\n${costs(site, visits)}`);
    return visits ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withNginx<T>(
  folder: string,
  configuration: string,
  change: Readonly<Record<string, string>>,
  use: (nginx: RunningNginx) => Promise<T>,
): Promise<T> {
  const nginx = await runNginx(folder, configuration, change);
  try {
    return await use(nginx);
  } finally {
    await nginx.stop();
  }
}

/** A browser's visits as the server wrote them down; null where there was none. */
async function visitsOf(url: string, log: string): Promise<Readonly<Record<string, Visit>> | null> {
  const code = await runStep({
    name: "visits of a browser",
    args: [
      bin("@playwright/test", "playwright"),
      "test",
      "--config=e2e/playwright.config.ts",
      "--project=chromium",
      "--workers=1",
    ],
    env: { LOAD: JSON.stringify({ url, log }), TRACKSIDE_BUILT: "1" },
  });
  return code === 0 ? readVisits(await readFile(log, "utf8")) : null;
}

async function paces(url: string, folder: string): Promise<void> {
  const assets = await readdir(join(folder, "dist/assets"));
  const app = assets.find((name) => /^index-.*\.js$/.test(name)) ?? "";
  const gzip = { "Accept-Encoding": "gzip" };
  const tag = (await fetch(`${url}schedule.ics`, { headers: gzip })).headers.get("etag") ?? "";
  await tell("the page, gzip", url, gzip);
  await tell("the app’s code, gzip", `${url}assets/${app}`, gzip);
  await rm(join(folder, "dist/assets", `${app}.gz`));
  await tell("the app’s code, were it not compressed beforehand", `${url}assets/${app}`, gzip);
  await tell("the schedule, where it has changed, gzip", `${url}schedule.ics`, gzip);
  await tell("the schedule, where it has not: 304", `${url}schedule.ics`, { ...gzip, "If-None-Match": tag });
}

async function tell(what: string, url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const { perSecond, bytesPerSecond, slowest, failed } = await pace(url, headers);
  const failures = failed > 0 ? `, ${failed} FAILED` : "";
  console.log(
    `${what}: ${count(perSecond)} a second, ${volume(bytesPerSecond)}/s, 99 % within ${slowest.toFixed(1)} ms${failures}`,
  );
}

function costs({ conference }: Site, visits: Readonly<Record<string, Visit>>): string {
  const { first, back, refresh } = visits;
  if (!first || !back || !refresh) throw new Error("The log does not hold all visits.");
  const keynote = conference.sessions.find(({ kind }) => kind === "keynote") ?? conference.sessions[0];
  const asked = { conference, keynote: keynote?.startsAt ?? 0, arrival: Math.random };
  const day = storm({
    ...asked,
    within: COMING,
    attendees: 1_000,
    spread: Math.random,
    watched: DAY_OF_CONFERENCE,
  });
  const storms = (attendees: number, within: number) => {
    const { opening, later } = storm({ ...asked, attendees, within, spread: Math.random });
    return { opening, later, together: storm({ ...asked, attendees, within, spread: () => 0 }).later };
  };
  const crowds = CROWDS.map((attendees) => ({
    attendees,
    minutes: storms(attendees, COMING),
    seconds: storms(attendees, TOLD_TO),
  }));
  const one = (name: string, { requests, bytes, unchanged }: Visit) =>
    `${name}: ${requests} requests, ${volume(bytes)} (${unchanged} of them 304)`;
  const refreshes = Math.round(day.each);
  return [
    one("first visit, with all that is kept for offline", first),
    one("return", back),
    one("refresh of an unchanged schedule", refresh),
    `refreshes of an app that lies open for eight hours: ${refreshes}`,
    "",
    crowdTable({ first, back, refresh, refreshes, crowds }),
  ].join("\n");
}
