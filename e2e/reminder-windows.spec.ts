import { moveSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import type { RawChromium } from "./raw-chromium";
import {
  before,
  deviceShows,
  EMBEDDED,
  FEED,
  goOfflineRaw,
  HIRING,
  killServiceWorkers,
  letTimePass,
  missedRows,
  onTime,
  openRaw,
  openReminders,
  rehearseRaw,
  reloadReminders,
  savedStart,
  TYPES,
  talkTo,
  wellPast,
} from "./reminder-steps";

// Real hidden, minimised and closed windows, in a browser that nothing is attached to.

const SECOND = 1000;
const MINUTE = 60 * SECOND;

const hidden = (raw: RawChromium, tab: string): Promise<boolean> =>
  raw.waitFor(tab, () => document.visibilityState === "hidden");

for (const { name, mode, hide } of [
  {
    name: "in a hidden tab",
    mode: "hidden tab",
    hide: (raw: RawChromium) => raw.openTab("about:blank"),
  },
  {
    name: "in a minimised window",
    mode: "minimised window",
    hide: (raw: RawChromium, tab: string) => raw.minimise(tab),
  },
]) {
  test(`offline, ${name}: one card on time, none for what is not starred`, async ({ startRaw, server }) => {
    const raw = await startRaw();
    const tab = await openRaw(raw, server.url, [EMBEDDED]);
    await raw.recordNotifications();
    await server.stop();
    const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 8));
    await hide(raw, tab);
    await hidden(raw, tab);
    const page = await talkTo(raw, tab);
    await goOfflineRaw(page);
    expect(Date.now(), "hidden in time").toBeLessThan(EMBEDDED.fireAt - offset);
    await deviceShows(wellPast(EMBEDDED.fireAt, offset));
    expect(await raw.evaluate(tab, () => document.visibilityState)).toBe("hidden");
    onTime(mode, await raw.shownNotifications(), [EMBEDDED], offset);
    page.close();
  });
}

/** Has another tab keep the cards to itself for good, as one that was frozen while it looked through them does. */
async function holdCards(raw: RawChromium, url: string): Promise<string> {
  const other = await raw.openTab(`${url}favicon.ico`);
  await raw.waitFor(other, () => location.pathname.endsWith(".ico") && document.readyState === "complete");
  const name = JSON.stringify(`trackside-cards:${url}`);
  await raw.evaluate(other, `void navigator.locks.request(${name}, () => new Promise(() => {}))`);
  const held = `navigator.locks.query().then(({ held }) => held.some(({ name }) => name === ${name}))`;
  expect(await raw.evaluate(other, held)).toBe(true);
  return other;
}

test("a tab hidden for over a minute rings on time, without its service worker and its turn at the cards", async ({
  startRaw,
  server,
}) => {
  test.setTimeout(120_000);
  const raw = await startRaw();
  const tab = await openRaw(raw, server.url, [EMBEDDED, HIRING]);
  await raw.recordNotifications();
  await server.stop();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 67));
  // Timers of the tab come once a minute by now, that of its patience too.
  const other = await holdCards(raw, server.url);
  await hidden(raw, tab);
  await killServiceWorkers(raw, other);
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  expect(await raw.evaluate(tab, () => document.visibilityState)).toBe("hidden");
  onTime("tab hidden for a minute", await raw.shownNotifications(), [EMBEDDED, HIRING], offset);
});

test("after the page was closed reminders ring 20 and 65 seconds later, while another tab is open", async ({
  startRaw,
  server,
}) => {
  test.setTimeout(120_000);
  const seconds = 45;
  server.feed = { mode: "bytes", body: moveSession(FEED, HIRING.uid, seconds / 60) };
  const fireAt = HIRING.fireAt + seconds * SECOND;
  const later = { ...HIRING, fireAt, tag: `${HIRING.uid}@${fireAt}` };
  const raw = await startRaw({ timeZone: "America/Los_Angeles" });
  const tab = await openRaw(raw, server.url, [EMBEDDED, HIRING]);
  await raw.waitFor(tab, savedStart(HIRING.uid, later.fireAt + 5 * MINUTE));
  await raw.recordNotifications();
  await server.stop();
  const offset = await rehearseRaw(raw, tab, server.url, before(EMBEDDED.fireAt, 21));
  await raw.closeTab(tab);
  const pages = (await raw.targets()).filter(({ type }) => type === "page");
  expect(pages.map(({ url }) => url)).toEqual(["about:blank"]);
  await deviceShows(wellPast(fireAt, offset));
  const cards = await raw.shownNotifications();
  onTime("page closed", cards, [EMBEDDED, later], offset);
  expect(cards.map(({ body }) => body)).toEqual([
    "starts in 5 min · Audi 1 · 14:15",
    "starts in 5 min · Dining room - for BOFs and lightning talks · 14:15",
  ]);
});

for (const { name, passes, bodies, missed } of [
  {
    name: "one late card at the next wake",
    passes: 6 * MINUTE,
    bodies: ["started 1 min ago · Audi 1 · 16:15"],
    missed: 0,
  },
  { name: "past the late rule no card, but a row under Missed", passes: 8 * MINUTE, bodies: [], missed: 1 },
]) {
  test(`service worker killed and page closed before the trigger: ${name}`, async ({ startRaw, server }) => {
    const raw = await startRaw();
    const tab = await openRaw(raw, server.url, [TYPES]);
    await raw.recordNotifications();
    await server.stop();
    const offset = await rehearseRaw(raw, tab, server.url, before(TYPES.fireAt, 8));
    const other = await raw.openTab("about:blank");
    await raw.closeTab(tab);
    await killServiceWorkers(raw, other);
    expect(Date.now(), "killed in time").toBeLessThan(TYPES.fireAt - offset);
    await deviceShows(wellPast(TYPES.fireAt, offset));
    expect(await raw.shownNotifications()).toEqual([]);
    await letTimePass(raw, server.url, passes);
    expect(await raw.shownNotifications()).toEqual([]);

    const again = await openReminders(raw, server.url);
    if (missed > 0) await raw.waitFor(again, () => document.querySelector("#missed ~ ul li") !== null);
    else await expect.poll(async () => (await raw.shownNotifications()).length).toBe(1);
    // A second wake brings nothing more.
    await reloadReminders(raw, again);
    await deviceShows(Date.now() + 500);
    expect((await raw.shownNotifications()).map(({ body }) => body)).toEqual(bodies);
    const rows = await missedRows(raw, again);
    expect(rows).toHaveLength(missed);
    for (const row of rows) {
      expect(row).toContain("Saturday 18 April, 16:10");
      expect(row).toContain(TYPES.title);
      expect(row).toContain("began at 16:15");
    }
  });
}
