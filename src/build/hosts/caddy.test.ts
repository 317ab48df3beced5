import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { caddyFile } from "./caddy";
import { type HostSite, mirrored } from "./host-site";
import { freePort, hasProgram } from "./run-nginx";
import { ask, calendarOf, sampleDist, sampleHostSite, securityOf } from "./sample-site";
import { type SecondServer, startSecondServer } from "./second-server";

const HERE = hasProgram("caddy", "version");
if (!HERE)
  process.stderr.write("skipped: caddy is not on this machine, so its configuration is not tried.\n");

describe.skipIf(!HERE)("Caddy with the configuration of a build", () => {
  let second: SecondServer;
  let site: HostSite;
  let caddy: ChildProcess;
  let folder = "";
  let url = "";
  const asked = (name: string, headers?: Record<string, string>, method?: string) =>
    ask(url + name, headers, method);

  beforeAll(async () => {
    second = await startSecondServer(calendarOf("theirs"));
    site = sampleHostSite({ base: "/events/2030/", feed: mirrored(second.address) });
    folder = await sampleDist(site);
    const port = await freePort();
    url = `http://127.0.0.1:${port}${site.base}`;
    await mkdir(join(folder, "dist-host"));
    const text = caddyFile(site).replace(":8080 {", `http://127.0.0.1:${port} {`);
    await writeFile(join(folder, "dist-host/Caddyfile"), `{\n\tadmin off\n}\n${text}`);
    caddy = spawn("caddy", ["run", "--config", "dist-host/Caddyfile"], {
      cwd: folder,
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: "ignore",
    });
    await vi.waitFor(() => asked(""), { timeout: 5_000 });
  });
  afterAll(async () => {
    caddy?.kill();
    if (caddy?.exitCode === null) await once(caddy, "exit");
    await second?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("sends the security headers with everything, and says how long it may be kept", async () => {
    const tag = (await asked("")).headers.get("etag") ?? "";
    const answers = [
      await asked(""),
      await asked("", { "if-none-match": tag }),
      await asked("assets/app-12345678.js"),
      await asked("assets/gone.js"),
      await asked("share", {}, "POST"),
      await asked("_headers"),
      await asked("schedule.ics"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 200, 404, 303, 404, 200]);
    for (const answer of answers) expect(securityOf(answer, site)).toEqual(site.headers);
    expect(answers.map(({ headers }) => headers.get("cache-control"))).toEqual([
      "no-cache",
      "no-cache",
      "public, max-age=31536000, immutable",
      "no-cache",
      "no-cache",
      "no-cache",
      "no-cache",
    ]);
    expect(await answers[3]?.text()).toContain('href="/events/2030/"');
    expect((await asked("manifest.webmanifest")).headers.get("content-type")).toBe(
      "application/manifest+json",
    );
  });

  test("asks the feed's server, and serves the copy of the build where that fails", async () => {
    const good = await asked("schedule.ics", { cookie: "me=1" });
    expect(await good.text()).toBe(calendarOf("theirs"));
    expect(good.headers.get("set-cookie")).toBeNull();
    expect(second.asked.at(-1)).not.toHaveProperty("cookie");
    const tag = good.headers.get("etag") ?? "";
    expect((await asked("schedule.ics", { "if-none-match": tag })).status).toBe(304);

    for (const manner of ["html", "redirect", "error", "hang-up", "dead"] as const) {
      if (manner === "dead") await second.stop();
      else second.manner = manner;
      const answer = await asked("schedule.ics");
      expect([manner, answer.status, await answer.text()]).toEqual([manner, 200, calendarOf("built")]);
      expect(securityOf(answer, site)).toEqual(site.headers);
      expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    }
  });
});
