import { rm } from "node:fs/promises";
import { request as ask } from "node:http";
import { networkInterfaces } from "node:os";
import { startFeedServer } from "./feed-server";
import { findBrowser } from "./find-browser";
import { test as base, expect } from "./fixtures";
import { answerWhenAsked, setPermission } from "./notification-permission";
import { observeNotifications } from "./observe-notifications";
import { notifications, swReady } from "./service-worker";
import { throwAwaySite } from "./throw-away-site";

// The instruments are tried before anything is measured with them.
const test = base.extend({
  siteRoot: async ({ browserName: _ }, use) => {
    const root = await throwAwaySite();
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
  siteBase: "/event",
});

test("a wished browser that is not there is an error, and no other is taken instead", () => {
  const found = process.env.CHROME_PATH;
  try {
    process.env.CHROME_PATH = "/no/such/browser";
    expect(findBrowser).toThrow(
      /^CHROME_PATH is set to "\/no\/such\/browser", where there is no program to run\.$/,
    );
  } finally {
    if (found === undefined) delete process.env.CHROME_PATH;
    else process.env.CHROME_PATH = found;
  }
  expect(findBrowser()).not.toBe("");
});

test("the server serves a folder as a plain static host does", async ({ server }) => {
  expect(server.url).toBe(`${server.origin}/event/`);
  const page = await fetch(server.url);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("x-other")).toBeNull();
  const feed = await fetch(`${server.url}schedule.ics`);
  expect(feed.headers.get("content-type")).toContain("text/calendar");
  const etag = feed.headers.get("etag") ?? "";
  const again = await fetch(`${server.url}schedule.ics`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const asset = await fetch(`${server.url}assets/page-abc.js`);
  expect(asset.headers.get("cache-control")).toContain("immutable");
  expect((await fetch(`${server.url}manifest.webmanifest`)).headers.get("content-type")).toContain(
    "manifest",
  );
  for (const path of ["nothing", "_headers", "assets", "..%2f..%2fetc%2fpasswd"]) {
    expect((await fetch(server.url + path)).status, path).toBe(404);
  }
  expect((await fetch(`${server.origin}/elsewhere`)).status).toBe(404);
  expect((await fetch(`${server.origin}/event`)).url).toBe(server.url);
  expect(server.requests[0]).toEqual({ method: "GET", url: "/event/", status: 200 });
});

test("the feed can be changed, broken, slow, cut, stalled and captured", async ({ server }) => {
  const feed = `${server.url}schedule.ics`;
  const unchanged = await (await fetch(feed)).text();
  server.feed = { mode: "bytes", body: "BEGIN:VCALENDAR changed" };
  const changed = await fetch(feed);
  expect(await changed.text()).toBe("BEGIN:VCALENDAR changed");
  expect(changed.headers.get("content-type")).toContain("text/calendar");
  server.feed = { mode: "status", status: 500 };
  expect((await fetch(feed)).status).toBe(500);
  server.feed = { mode: "html" };
  expect(await (await fetch(feed)).text()).toContain("Sign in");
  server.feed = { mode: "redirect-portal" };
  const login = await fetch(feed);
  expect([login.redirected, login.url]).toEqual([true, `${server.origin}/login`]);
  server.feed = { mode: "cut", bytes: 7 };
  expect(await (await fetch(feed)).text()).toBe(unchanged.slice(0, 7));
  server.feed = { mode: "cut", bytes: 7, abrupt: true };
  await expect(fetch(feed).then((answer) => answer.text())).rejects.toThrow();
  server.feed = { mode: "slow", ms: 300 };
  const began = Date.now();
  expect(await (await fetch(feed)).text()).toBe(unchanged);
  expect(Date.now() - began).toBeGreaterThanOrEqual(295);
  server.feed = { mode: "stall" };
  await expect(fetch(feed, { signal: AbortSignal.timeout(300) })).rejects.toThrow();
  expect(server.requests.at(-1)?.status).toBe(0);
  server.modes.set("sw.js", { mode: "status", status: 503 });
  expect((await fetch(`${server.url}sw.js`)).status).toBe(503);
  server.portal = true;
  const captured = await fetch(`${server.url}assets/page-abc.js`);
  expect([captured.status, captured.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
});

test("a stopped server drops what is open and comes back on its origin", async ({ server }) => {
  server.feed = { mode: "stall" };
  const hanging = fetch(`${server.url}schedule.ics`).catch(() => "dropped");
  await expect.poll(() => server.requests.length).toBe(1);
  await server.stop();
  await server.stop();
  expect(await hanging).toBe("dropped");
  await expect(fetch(server.url)).rejects.toThrow();
  await server.restart();
  expect((await fetch(server.url)).status).toBe(200);
  await expect(startFeedServer({ port: server.port })).rejects.toThrow("EADDRINUSE");
});

test("the server listens on loopback only", async ({ server }) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .find(({ internal, family }) => !internal && family === "IPv4");
  test.skip(outside === undefined, "this machine has no other address");
  const refused = new Promise<string>((done) => {
    ask({ host: outside?.address, port: server.port }, () => done("answered"))
      .on("error", () => done("refused"))
      .end();
  });
  expect(await refused).toBe("refused");
});

test("a page works offline, and again online, without a complaint", async ({ page, server, network }) => {
  await page.goto("./");
  await swReady(page);
  await network.goOffline();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Rig" })).toBeVisible();
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect(await page.evaluate(() => fetch("schedule.ics").catch(() => "lost"))).toBe("lost");
  await network.goOnline();
  expect(await page.evaluate(async () => (await fetch("schedule.ics")).status)).toBe(200);
  expect(server.requests.some(({ url }) => url === "/event/sw.js")).toBe(true);
});

test("notifications are listed by the page and recorded by the browser", async ({ page }) => {
  await page.goto("./");
  await swReady(page);
  const observer = await observeNotifications(page);
  const began = Date.now();
  await page.evaluate(() => navigator.serviceWorker.controller?.postMessage({ tag: "t1", after: 300 }));
  await expect.poll(() => observer.shown().length).toBe(1);
  const [shown] = observer.shown();
  expect(shown).toMatchObject({ title: "Rig rings", body: "after 300", tag: "t1" });
  expect((shown?.at ?? 0) - began).toBeGreaterThanOrEqual(300);
  expect(await notifications(page)).toMatchObject([{ title: "Rig rings", tag: "t1" }]);
  await observer.stop();
});

test.describe("before anything was said about notifications", () => {
  test.use({ notificationPermission: "default" });
  test("a page that asks without a tap is seen", async ({ page, network }) => {
    await answerWhenAsked(page, "granted");
    await page.addInitScript(() => void Notification.requestPermission());
    await page.goto("./");
    await expect.poll(() => network.takeProblems()).toEqual([expect.stringContaining("without a tap")]);
  });

  test("the page may ask, and is answered", async ({ page, context }) => {
    await answerWhenAsked(page, "granted");
    await page.goto("./");
    const permission = (): Promise<string> => page.evaluate(() => Notification.permission);
    expect(await permission()).toBe("default");
    expect(await page.evaluate(() => Notification.requestPermission())).toBe("granted");
    expect(await permission()).toBe("granted");
    await setPermission(context, "denied");
    expect(await permission()).toBe("denied");
    await setPermission(context, "default");
    expect(await permission()).toBe("default");
  });
});

test("a profile outlives its browser", async ({ launchProfile }) => {
  const first = await launchProfile();
  const page = await first.newPage();
  await page.goto("./");
  await swReady(page);
  await page.evaluate(() => localStorage.setItem("kept", "yes"));
  await first.close();
  const second = await launchProfile({ timezoneId: "Pacific/Auckland" });
  const later = await second.newPage();
  await later.goto("./");
  expect(await later.evaluate(() => localStorage.getItem("kept"))).toBe("yes");
  expect(await later.evaluate(() => Notification.permission)).toBe("granted");
  expect(await later.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
    "Pacific/Auckland",
  );
});

test.describe("the judge sees", () => {
  const offences: Readonly<Record<string, readonly [() => unknown, RegExp]>> = {
    "a console error": [() => console.error("oops"), /^console error: oops/],
    "an uncaught error": [() => void setTimeout(() => JSON.parse("{")), /^uncaught: SyntaxError/],
    "a request to another origin": [
      () => fetch("http://localhost:9/", { mode: "no-cors" }).catch(() => {}),
      /^request to another origin: http:\/\/localhost:9\//,
    ],
    "an inline script": [
      () => document.body.setAttribute("onclick", "1"),
      /^console warning: \[csp violation\] script-src-attr inline/,
    ],
    "a service worker's error": [
      () => navigator.serviceWorker.controller?.postMessage(null),
      /^console error: service worker, uncaught: .*TypeError/,
    ],
    "a service worker's request to another origin": [
      () => navigator.serviceWorker.controller?.postMessage({ ask: "http://localhost:9/worker" }),
      /^request to another origin: http:\/\/localhost:9\/worker/,
    ],
  };
  for (const [name, [offence, said]] of Object.entries(offences)) {
    test(name, async ({ page, network }) => {
      await page.goto("./");
      await swReady(page);
      expect(network.takeProblems()).toEqual([]);
      await page.evaluate(offence);
      const problems: string[] = [];
      await expect
        .poll(() => problems.push(...network.takeProblems()) && problems)
        .toContainEqual(expect.stringMatching(said));
      // What else the browser says of the same offence comes a moment later.
      await page.waitForTimeout(200);
      network.takeProblems();
    });
  }
});
