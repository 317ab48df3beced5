import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nginxFile } from "./nginx";
import { hasProgram, type RunningNginx, runNginx } from "./run-nginx";
import { ask, calendarOf, sampleDist, sampleHostSite, securityOf } from "./sample-site";

const HERE = hasProgram("nginx");
if (!HERE)
  process.stderr.write("skipped: nginx is not on this machine, so its configuration is not tried.\n");

describe.skipIf(!HERE)("nginx with the configuration of a build", () => {
  const site = sampleHostSite({ base: "/events/2027/" });
  let nginx: RunningNginx;
  let url = "";
  let folder = "";

  beforeAll(async () => {
    folder = await sampleDist(site);
    nginx = await runNginx(folder, nginxFile(site));
    url = `${nginx.origin}${site.base}`;
  });
  afterAll(async () => {
    await nginx?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test("sends the security headers with every answer, found or not", async () => {
    const page = await ask(url);
    const tag = page.headers.get("etag") ?? "";
    const answers = [
      page,
      await ask(url, { "if-none-match": tag }),
      await ask(`${url}assets/app-12345678.js`),
      await ask(`${url}assets/gone.js`),
      await ask(`${url}share`, {}, "POST"),
      await ask(`${nginx.origin}/elsewhere`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 304, 200, 404, 303, 404]);
    for (const answer of answers) expect(securityOf(answer, site)).toEqual(site.headers);
  });

  test("keeps hashed files for ever, has all else asked for anew, and keeps no file that is not there", async () => {
    const kept = async (name: string) => (await ask(url + name)).headers.get("cache-control");
    expect(await kept("assets/app-12345678.js")).toBe("public, max-age=31536000, immutable");
    for (const name of ["", "index.html", "sw.js", "manifest.webmanifest", "schedule.ics", "icon.svg"])
      expect(await kept(name), name).toBe("no-cache");
    expect(await kept("assets/gone.js")).toBe("no-cache");
  });

  test.each(["", "sw.js", "schedule.ics"])("answers 304 where %j is the same", async (name) => {
    const first = await ask(url + name);
    const { headers } = first;
    const same = { "if-none-match": headers.get("etag") ?? "" };
    const since = { "if-modified-since": headers.get("last-modified") ?? "" };
    for (const condition of [same, since, { ...same, ...since }]) {
      const again = await ask(url + name, condition);
      expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    }
    expect((await ask(url + name, { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("compresses, and knows the compressed copy again", async () => {
    for (const name of ["", "schedule.ics", "assets/app-12345678.js"]) {
      const first = await ask(url + name, { "accept-encoding": "gzip" });
      expect([first.headers.get("content-encoding"), first.headers.get("vary")]).toEqual([
        "gzip",
        "Accept-Encoding",
      ]);
      expect(await first.text()).toBe(await (await ask(url + name)).text());
      const tag = first.headers.get("etag") ?? "";
      const again = await ask(url + name, { "accept-encoding": "gzip", "if-none-match": tag });
      expect(again.status).toBe(304);
    }
  });

  test("names the types", async () => {
    const type = async (name: string) => (await ask(url + name)).headers.get("content-type");
    expect(await type("")).toBe("text/html; charset=utf-8");
    expect(await type("schedule.ics")).toBe("text/calendar; charset=utf-8");
    expect(await type("manifest.webmanifest")).toBe("application/manifest+json");
    expect(await type("assets/app-12345678.js")).toBe("text/javascript; charset=utf-8");
    expect(await type("icon.svg")).toBe("image/svg+xml");
  });

  test("has its own page for what is gone, leads to the base, and takes what is shared to the page", async () => {
    const gone = await ask(`${url}assets/gone.js`);
    expect([gone.headers.get("content-type"), await gone.text()]).toEqual([
      "text/html; charset=utf-8",
      expect.stringContaining('href="/events/2027/"'),
    ]);
    const led = [await ask(url.slice(0, -1)), await ask(`${url}share`, {}, "POST")];
    expect(led.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
      [301, "/events/2027/"],
      [303, "/events/2027/#/conferences"],
    ]);
    for (const path of [`${url}_headers`, `${nginx.origin}/index.html`])
      expect((await ask(path)).status, path).toBe(404);
  });

  test("serves a schedule that a job has put in the place of the built one", async () => {
    await writeFile(join(folder, "dist/schedule.ics"), calendarOf("replaced by a job"));
    expect(await (await ask(`${url}schedule.ics`, { "accept-encoding": "gzip" })).text()).toBe(
      calendarOf("replaced by a job"),
    );
  });
});
