import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { deviceShows, openApp } from "./reminder-steps";
import { starAll, TRIGGER_DAY, triggerFeed, triggersApart } from "./trigger-feed";

const SECOND = 1000;
const TIMES = 100;

interface Row {
  readonly by: string;
  readonly run: string;
}

/** The app's clock and who has rung so far, as the store has them. Runs in any page of the app's origin. */
async function readStore(): Promise<{
  clock: { offset: number; speed: number; since: number };
  rows: Row[];
}> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const clock = await answer(db.transaction("settings").objectStore("settings").get("clock"));
  const rows = await answer<Row[]>(db.transaction("deliveries").objectStore("deliveries").getAll());
  db.close();
  return { clock: clock.value, rows };
}

/** Has the page wake its bell at each of these device instants, and counts that on its root element. */
function callAt(page: Page, instants: readonly number[]): Promise<void> {
  return page.evaluate((due) => {
    const { dataset } = document.documentElement;
    dataset.calls = "0";
    const call = () => {
      dataset.calls = String(Number(dataset.calls) + 1);
      dispatchEvent(new Event("focus"));
    };
    for (const instant of due) setTimeout(call, instant - Date.now());
  }, instants);
}

/** Asks the service worker to ring for as long as it may, which is longer than this test. */
function hold(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "hold", nextUp: false });
  });
}

test("six callers at one instant, one notification, 100 times of 100", async ({
  page,
  context,
  network,
  server,
}) => {
  test.setTimeout(200_000);
  const triggers = triggersApart(TIMES, 60);
  server.feed = { mode: "bytes", body: triggerFeed(triggers) };
  await openApp(page, TRIGGER_DAY);
  await page.evaluate(starAll, TIMES);
  const other = await context.newPage();
  await openApp(other);
  const cards = await observeNotifications(page);
  await network.goOffline();

  // A minute each second: a trigger each second, the first after some that are needed to get ready.
  await page.goto("./#/reminders");
  await page.getByRole("radio", { name: "×60, a minute each second" }).check();
  await page.getByLabel(/^Moment/).fill("2030-05-21T04:45");
  await page.getByRole("button", { name: "Rehearse from here" }).click();
  for (const tab of [page, other]) {
    await expect(tab.getByRole("region", { name: "Rehearsal", exact: true })).toBeVisible();
  }
  const { clock } = await page.evaluate(readStore);
  const instants = triggers.map(({ fireAt }) =>
    Math.ceil((fireAt - clock.offset + (clock.speed - 1) * clock.since) / clock.speed),
  );
  const [first = 0, last = 0] = [instants[0], instants.at(-1)];
  expect(last - first).toBe((TIMES - 1) * SECOND);

  // Two pages, the clock worker of each, and two holds of the service worker.
  for (const tab of [page, other]) {
    await callAt(tab, instants);
    await hold(tab);
  }
  expect(Date.now(), "ready for the first").toBeLessThan(first);
  await deviceShows(last + 3 * SECOND);

  for (const tab of [page, other]) {
    await expect(tab.locator("html")).toHaveAttribute("data-calls", String(TIMES));
  }
  const tags = cards.shown().map(({ tag }) => tag);
  expect(tags).toHaveLength(TIMES);
  expect([...new Set(tags)].sort()).toEqual(triggers.map(({ tag }) => tag).sort());
  const { rows } = await page.evaluate(readStore);
  for (const ringer of ["page", "worker", "service worker"]) {
    const count = rows.filter(({ by }) => by === ringer).length;
    test.info().annotations.push({ type: "rang", description: `${ringer}: ${count} of ${TIMES}` });
  }
});
