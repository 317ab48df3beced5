import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "./fixtures";
import type { RawChromium } from "./raw-chromium";
import { throwAwaySite } from "./throw-away-site";

const test = base.extend({
  siteRoot: async ({ browserName: _ }, use) => {
    const root = await throwAwaySite();
    await use(root);
    await rm(root, { recursive: true, force: true });
  },
});

const visibility = (raw: RawChromium, tab: string): Promise<string> =>
  raw.evaluate(tab, () => document.visibilityState);
const controlled = (raw: RawChromium, tab: string): Promise<boolean> =>
  raw.waitFor(tab, () => navigator.serviceWorker.controller !== null);
const cards = (raw: RawChromium, tab: string): Promise<string[]> =>
  raw.evaluate(tab, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return ((await registration?.getNotifications()) ?? []).map(({ tag }) => tag);
  });
const workers = async (raw: RawChromium): Promise<number> =>
  (await raw.targets()).filter(({ type }) => type === "service_worker").length;

test("a tab is visible, hidden behind another, and hidden in a minimised window", async ({
  startRaw,
  server,
}) => {
  const raw = await startRaw();
  const tab = await raw.openTab(server.url);
  await raw.waitFor(tab, () => document.readyState === "complete");
  expect(await visibility(raw, tab)).toBe("visible");
  const other = await raw.openTab("about:blank");
  await raw.waitFor(tab, () => document.visibilityState === "hidden");
  await raw.showTab(tab);
  await raw.waitFor(tab, () => document.visibilityState === "visible");
  await raw.minimise(tab);
  await raw.waitFor(tab, () => document.visibilityState === "hidden");
  await raw.restore(tab);
  await raw.waitFor(tab, () => document.visibilityState === "visible");
  await raw.closeTab(other);
  expect((await raw.targets()).some(({ id }) => id === other)).toBe(false);
  await expect(raw.evaluate(tab, "nothing.at.all")).rejects.toThrow("ReferenceError");
  expect(await raw.evaluate(tab, "'é'.repeat(70000)")).toBe("é".repeat(70_000));
});

test("a service worker's card is listed by a tab", async ({ startRaw, server }) => {
  const raw = await startRaw({ timeZone: "Pacific/Auckland" });
  const tab = await raw.openTab(server.url);
  await controlled(raw, tab);
  expect(await raw.evaluate(tab, () => Notification.permission)).toBe("granted");
  expect(await raw.evaluate(tab, () => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(
    "Pacific/Auckland",
  );
  await raw.recordNotifications();
  await raw.evaluate(tab, () => navigator.serviceWorker.controller?.postMessage({ tag: "one", after: 0 }));
  await expect.poll(async () => (await raw.shownNotifications()).map(({ tag }) => tag)).toEqual(["one"]);
  // Only now: the list must not be asked for while the card is coming.
  expect(await cards(raw, tab)).toEqual(["one"]);
});

test("a held service worker rings after its page was closed, while another tab is open", async ({
  startRaw,
  server,
}) => {
  const raw = await startRaw();
  const tab = await raw.openTab(server.url);
  await controlled(raw, tab);
  await raw.recordNotifications();
  const asked = Date.now();
  await raw.evaluate(tab, () => {
    navigator.serviceWorker.controller?.postMessage({ tag: "held", after: 4000 });
  });
  await raw.closeTab(tab);
  const pages = (await raw.targets()).filter(({ type }) => type === "page");
  expect(pages.map(({ url }) => url)).toEqual(["about:blank"]);
  await new Promise((done) => setTimeout(done, 4500));
  const shown = await raw.shownNotifications();
  expect(shown).toMatchObject([{ tag: "held", title: "Rig rings" }]);
  const late = (shown[0]?.at ?? 0) - asked - 4000;
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThan(1000);
  // A page that is opened only to ask finds the card.
  const later = await raw.openTab(`${server.url}manifest.webmanifest`);
  await raw.waitFor(later, () => location.pathname.endsWith(".webmanifest"));
  expect(await cards(raw, later)).toEqual(["held"]);
});

test("nothing is attached: an idle service worker dies, and a question to a page does not keep it", async ({
  startRaw,
  server,
}) => {
  test.slow();
  const raw = await startRaw();
  const tab = await raw.openTab(server.url);
  await controlled(raw, tab);
  expect(await workers(raw)).toBe(1);
  await expect
    .poll(
      async () => {
        expect(await visibility(raw, tab)).toBe("visible");
        return workers(raw);
      },
      { timeout: 60_000, intervals: [1000] },
    )
    .toBe(0);
});

test("a profile outlives a killed browser", async ({ startRaw, server }) => {
  const profile = await mkdtemp(join(tmpdir(), "trackside-kept-"));
  const first = await startRaw({ profile });
  await controlled(first, await first.openTab(server.url));
  await first.close();
  const second = await startRaw({ profile });
  await server.stop();
  const tab = await second.openTab(server.url);
  await second.waitFor(tab, () => document.querySelector("h1")?.textContent === "Rig");
  await second.kill();
  await second.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
