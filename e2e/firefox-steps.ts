import { type BrowserContext, firefox, type Page } from "@playwright/test";
import type { FeedServer } from "./feed-server";
import { expect } from "./fixtures";
import { deviceShows, type Rung } from "./reminder-steps";
import { swReady } from "./service-worker";
import { starAll, TRIGGER_DAY, triggerFeed } from "./trigger-feed";

/** Where Firefox ESR is, on a machine that has it. */
export const FIREFOX = "/usr/bin/firefox-esr";
const SECOND = 1000;

/**
 * Opens the app in a new Firefox with a programme of triggers, stars them all, and stops the server for good. `env` is
 * what Firefox's environment has besides.
 */
export async function openTriggers(
  server: FeedServer,
  triggers: readonly Rung[],
  env: Readonly<Record<string, string>> = {},
) {
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  const running = await firefox.launch({
    channel: "moz-firefox",
    executablePath: FIREFOX,
    env: { ...process.env, ...env },
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
export async function hideBehind(context: BrowserContext, page: Page): Promise<Page> {
  const opened = context.waitForEvent("page");
  await page.evaluate(() => void window.open(new URL("favicon.ico", location.href)));
  const other = await opened;
  await expect.poll(() => isHidden(page)).toBe(true);
  await other.waitForURL("**/favicon.ico");
  return other;
}

/** Whether a page is hidden, as it says itself. */
export const isHidden = (page: Page) => page.evaluate(() => document.visibilityState === "hidden");

interface Delivered {
  readonly key: string;
  readonly fireAt: number;
  readonly lateness: number | null;
  readonly shownAs: string | null;
  /** Who has shown it. */
  readonly by: string;
}

/** The tags of the cards that are up, which are closed where asked: Firefox's own alerts have room for three. */
export async function takeCards(closing: boolean): Promise<string[]> {
  const registration = await navigator.serviceWorker.getRegistration();
  const cards = (await registration?.getNotifications()) ?? [];
  if (closing) for (const card of cards) card.close();
  return cards.map(({ tag }) => tag);
}

/**
 * What came of the triggers, when they are over. A card counts where Firefox lists it a second later
 * and the app's log has it; the log says when. `page` is of the app's origin.
 */
export async function cameOf(
  page: Page,
  triggers: readonly Rung[],
  offset: number,
): Promise<{ tag: string; at: number; by: string }[]> {
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
    .map(({ key, fireAt, lateness, by }) => ({
      by,
      tag: key.slice(key.indexOf("|") + 1),
      at: fireAt - offset + (lateness ?? 0),
    }))
    .filter(({ tag }) => listed.has(tag));
}

/** When a trigger is due by the device's clock, where the app's is `offset` ahead of it. */
export const dueBy =
  (offset: number) =>
  ({ fireAt }: Pick<Rung, "fireAt">): number =>
    fireAt - offset;
