import { existsSync } from "node:fs";
import { type BrowserContext, firefox, type Page } from "@playwright/test";
import { MEASURED } from "../src/reminders/measured";
import type { FeedServer } from "./feed-server";
import { expect, test } from "./fixtures";
import { lifetimeRow, rangInTime, report } from "./lifetime-row";
import { rehearse } from "./rehearse";
import { before, clockOffset, deviceShows, type Rung } from "./reminder-steps";
import { swReady } from "./service-worker";
import { starAll, TRIGGER_DAY, triggerFeed, triggersApart, triggersAt } from "./trigger-feed";

// Firefox ESR, where it is installed. It keeps no record of the cards that it has shown, so that doubles
// cannot be seen.

const FIREFOX = "/usr/bin/firefox-esr";
const SECOND = 1000;
const browser = "Firefox";
const promised = MEASURED.firefox;

test.skip(() => !existsSync(FIREFOX), "Firefox ESR is not installed.");
test.describe.configure({ timeout: 300_000 });

/** Opens the app in a new Firefox with a programme of triggers, stars them all, and stops the server for good. */
async function openTriggers(server: FeedServer, triggers: readonly Rung[]) {
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  const running = await firefox.launch({
    channel: "moz-firefox",
    executablePath: FIREFOX,
    firefoxUserPrefs: {
      "permissions.default.desktop-notification": 1,
      "alerts.useSystemBackend": false,
      // Else a tab that no click has asked for is not opened.
      "dom.disable_open_during_load": false,
    },
  });
  const context = await running.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(`./${TRIGGER_DAY}`);
  await swReady(page);
  await page.evaluate(starAll, triggers.length);
  await server.stop();
  return { context, page, end: () => running.close() };
}

/** Opens a tab without the app in front of the page's: a new page of Playwright's would be a window beside it. */
async function hideBehind(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent("page");
  await page.evaluate(() => void window.open(new URL("favicon.ico", location.href)));
  const other = await opened;
  await expect.poll(() => isHidden(page)).toBe(true);
  await other.waitForURL("**/favicon.ico");
  return other;
}

const isHidden = (page: Page) => page.evaluate(() => document.visibilityState === "hidden");

interface Delivered {
  readonly key: string;
  readonly fireAt: number;
  readonly lateness: number | null;
  readonly shownAs: string | null;
}

/** The tags of the cards that are up, which are closed where asked: Firefox's own alerts have room for three. */
async function takeCards(closing: boolean): Promise<string[]> {
  const registration = await navigator.serviceWorker.getRegistration();
  const cards = (await registration?.getNotifications()) ?? [];
  if (closing) for (const card of cards) card.close();
  return cards.map(({ tag }) => tag);
}

/**
 * What came of the triggers, when they are over. A card counts where Firefox lists it a second later
 * and the app's log has it; the log says when. `page` is of the app's origin.
 */
async function cameOf(
  page: Page,
  triggers: readonly Rung[],
  offset: number,
): Promise<{ tag: string; at: number }[]> {
  const listed = new Set<string>();
  for (const { fireAt } of triggers) {
    await deviceShows(fireAt - offset + SECOND);
    for (const tag of await page.evaluate(takeCards, triggers.length > 3)) listed.add(tag);
  }
  const rows = await page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
    const db = await answer(indexedDB.open("trackside:/"));
    const all = await answer<Delivered[]>(db.transaction("deliveries").objectStore("deliveries").getAll());
    db.close();
    return all;
  });
  return rows
    .filter(({ shownAs }) => shownAs === "notification")
    .map(({ key, fireAt, lateness }) => ({
      tag: key.slice(key.indexOf("|") + 1),
      at: fireAt - offset + (lateness ?? 0),
    }))
    .filter(({ tag }) => listed.has(tag));
}

for (const state of ["visible", "hidden tab"]) {
  test(`Firefox, ${state}`, async ({ server }) => {
    const triggers = triggersApart(20, 2);
    const first = triggers[0]?.fireAt ?? 0;
    const { context, page, end } = await openTriggers(server, triggers);
    await rehearse(page, before(first, 15), TRIGGER_DAY);
    const offset = await page.evaluate(clockOffset);
    if (state !== "visible") await hideBehind(context, page);
    expect(await isHidden(page)).toBe(state !== "visible");
    expect(Date.now(), "in time for the first").toBeLessThan(first - offset);
    const cards = await cameOf(page, triggers, offset);
    expect(await isHidden(page)).toBe(state !== "visible");
    const row = lifetimeRow(
      { browser, state, note: "times of the app's log" },
      cards,
      triggers,
      dueBy(offset),
    );
    report({ ...row, doubled: null });
    if (state === "visible" || promised?.inBackground) rangInTime(row);
    await end();
  });
}

test("Firefox, closed", async ({ server }) => {
  // No more than there is room for: a card that is closed gives the service worker a new lease of life.
  const within = [20, 54];
  const beyond = [66];
  const triggers = triggersAt([...within, ...beyond]);
  const closeAt = (triggers[0]?.fireAt ?? 0) - (within[0] ?? 0) * SECOND;
  const { context, page, end } = await openTriggers(server, triggers);
  await rehearse(page, before(closeAt, 10), TRIGGER_DAY);
  const offset = await page.evaluate(clockOffset);
  const other = await hideBehind(context, page);
  await page.bringToFront();
  expect(await isHidden(page)).toBe(false);
  expect(Date.now(), "in time to close").toBeLessThan(closeAt - offset);
  await deviceShows(closeAt - offset);
  await page.close();
  const cards = await cameOf(other, triggers, offset);
  const rang = beyond.filter((_, index) =>
    cards.some(({ tag }) => tag === triggers[within.length + index]?.tag),
  );
  const row = lifetimeRow(
    {
      browser,
      state: "closed",
      note: `up to ${within.at(-1)} s after closing; then ${rang.length > 0 ? `at ${rang.join(", ")} s, ` : ""}not at ${beyond.filter((second) => !rang.includes(second)).join(", ")} s`,
    },
    cards.filter(({ tag }) => triggers.findIndex((one) => one.tag === tag) < within.length),
    triggers.slice(0, within.length),
    dueBy(offset),
  );
  report({ ...row, doubled: null });
  rangInTime(row);
  expect(within.at(-1), "measured up to the promise").toBeGreaterThanOrEqual(
    (promised?.afterClosing ?? 0) - 1,
  );
  await end();
});

const dueBy =
  (offset: number) =>
  ({ fireAt }: Pick<Rung, "fireAt">): number =>
    fireAt - offset;
