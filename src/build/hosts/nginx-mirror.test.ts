import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { type HostSite, mirrored } from "./host-site";
import { nginxFile } from "./nginx";
import { hasProgram, type RunningNginx, runNginx } from "./run-nginx";
import { ask, calendarOf, sampleDist, sampleHostSite, securityOf } from "./sample-site";
import { type SecondServer, startSecondServer } from "./second-server";

const HERE = hasProgram("nginx");

/** The copy of the feed grows old soon, so that the test need not wait for that. */
const SOON = { "proxy_cache_valid 200 30s": "proxy_cache_valid 200 1s" };

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function folderOf(site: HostSite): Promise<string> {
  const folder = await sampleDist(site);
  folders.push(folder);
  return folder;
}

describe.skipIf(!HERE)("nginx as the feed's mirror", () => {
  let second: SecondServer;
  let site: HostSite;
  let nginx: RunningNginx;
  let folder = "";
  const schedule = (headers?: Record<string, string>) => ask(`${nginx.origin}/schedule.ics`, headers);
  const text = async () => (await schedule()).text();
  /** Until the mirror has asked the feed's server again. */
  const hasAsked = async () => {
    const before = second.asked.length;
    await vi.waitFor(
      async () => {
        await text();
        expect(second.asked.length).toBeGreaterThan(before);
      },
      { timeout: 5_000 },
    );
  };

  beforeAll(async () => {
    second = await startSecondServer(calendarOf("theirs"));
    site = sampleHostSite({ feed: mirrored(second.address) });
    folder = await folderOf(site);
    nginx = await runNginx(folder, nginxFile(site), SOON);
  });
  afterAll(async () => {
    await nginx?.stop();
    await second?.stop();
  });

  test("serves what the feed's server has, with this site's headers, and asks for it once", async () => {
    const answers = await Promise.all(
      [0, 1, 2, 3].map((at) =>
        ask(`${nginx.origin}/schedule.ics?${at}`, { cookie: "me=1", referer: "https://x.example/" }),
      ),
    );
    for (const answer of answers) {
      expect(await answer.text()).toBe(calendarOf("theirs"));
      expect(securityOf(answer, site)).toEqual(site.headers);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      for (const theirs of ["set-cookie", "clear-site-data", "x-accel-redirect"])
        expect(answer.headers.get(theirs), theirs).toBeNull();
    }
    expect(second.asked).toHaveLength(1);
    expect(second.asked[0]).toMatchObject({ host: new URL(second.address).host });
    for (const ours of ["cookie", "referer", "user-agent"]) expect(second.asked[0]).not.toHaveProperty(ours);
  });

  test("answers 304 to a conditional refresh, compressed or not, and asks on condition itself", async () => {
    for (const encoding of ["identity", "gzip"]) {
      const first = await schedule({ "accept-encoding": encoding });
      const tag = first.headers.get("etag") ?? "";
      const again = await schedule({ "accept-encoding": encoding, "if-none-match": tag });
      expect([encoding, again.status]).toEqual([encoding, 304]);
      expect(securityOf(again, site)).toEqual(site.headers);
    }
    await hasAsked();
    expect(second.asked.at(-1)?.["if-none-match"]).toMatch(/^"/);
    expect(await text()).toBe(calendarOf("theirs"));
  });

  test("follows a schedule that changes", async () => {
    second.calendar = calendarOf("theirs, later");
    await vi.waitFor(async () => expect(await text()).toBe(second.calendar), { timeout: 5_000 });
  });

  test.each(["html", "redirect", "error", "hang-up"] as const)(
    "serves the last good copy where the feed's server answers with %s",
    async (manner) => {
      second.manner = manner;
      await hasAsked();
      const answer = await schedule();
      expect([answer.status, await answer.text()]).toEqual([200, calendarOf("theirs, later")]);
      expect(securityOf(answer, site)).toEqual(site.headers);
    },
  );

  test("keeps no half of a schedule", async () => {
    second.manner = "half";
    const before = second.asked.length;
    await vi.waitFor(async () => {
      await text().catch(() => "");
      expect(second.asked.length).toBeGreaterThan(before);
    });
    second.manner = "html";
    expect(await text()).toBe(calendarOf("theirs, later"));
  });

  test("survives the death of the feed's server, and its own restart after that", async () => {
    await second.stop();
    expect(await text()).toBe(calendarOf("theirs, later"));
    await nginx.stop();
    nginx = await runNginx(folder, nginxFile(site), SOON);
    const answer = await schedule();
    expect([answer.status, await answer.text()]).toEqual([200, calendarOf("theirs, later")]);
    const tag = answer.headers.get("etag") ?? "";
    expect((await schedule({ "if-none-match": tag })).status).toBe(304);
  });

  test.each(["dead", "html", "redirect", "error"] as const)(
    "serves the copy of the build where there is none yet and the feed's server is %s",
    async (manner) => {
      const other = await startSecondServer(calendarOf("never seen"));
      if (manner === "dead") await other.stop();
      else other.manner = manner;
      const cold = sampleHostSite({ base: "/x/", feed: mirrored(other.address) });
      const running = await runNginx(await folderOf(cold), nginxFile(cold));
      onTestFinished(async () => {
        await running.stop();
        await other.stop();
      });
      const address = `${running.origin}/x/schedule.ics`;
      const answer = await ask(address);
      expect([answer.status, await answer.text()]).toEqual([200, calendarOf("built")]);
      expect(securityOf(answer, cold)).toEqual(cold.headers);
      expect([answer.headers.get("cache-control"), answer.headers.get("content-type")]).toEqual([
        "no-cache",
        "text/calendar; charset=utf-8",
      ]);
      const tag = answer.headers.get("etag") ?? "";
      expect((await ask(address, { "if-none-match": tag })).status).toBe(304);
    },
  );
});
