import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import {
  before,
  clockOffset,
  DAY,
  deviceShows,
  EMBEDDED,
  HIRING,
  openApp,
  star,
  wellPast,
} from "./reminder-steps";

const MINUTE = 60_000;
const SESSION = `#/session/${encodeURIComponent(EMBEDDED.uid)}`;
const choose = (page: Page, label: string, option: string) =>
  page.getByRole("combobox", { name: label }).selectOption({ label: option });

/** What the store has of the wishes. Runs in the page. */
async function keptWishes(): Promise<unknown> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const row = await answer(db.transaction("settings").objectStore("settings").get("wishes"));
  db.close();
  return row?.value;
}

test("a session’s own lead time rings then, and not when the programme says", async ({ page, network }) => {
  await openApp(page, SESSION);
  await star(page, EMBEDDED);
  // The conference is over: its own day is where such a choice is made.
  await rehearse(page, before(EMBEDDED.startsAt, 3600), SESSION);
  await expect(page.getByText("Rings 5 min before (14:10).")).toBeVisible();
  await choose(page, "Remind me", "10 min before");
  await expect(page.getByText("Rings 10 min before (14:05).")).toBeVisible();
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.startsAt - 10 * MINUTE, 3), SESSION);
  await expect(page.getByText("Rings 10 min before (14:05).")).toBeVisible();
  await expect.poll(() => cards.shown().length).toBe(1);
  expect(cards.shown()[0]?.body).toBe("starts in 10 min · Audi 1 · 14:15");
  await rehearse(page, before(EMBEDDED.fireAt, 3), SESSION);
  const offset = await page.evaluate(clockOffset);
  // Late for the ten minutes, and once.
  await deviceShows(wellPast(EMBEDDED.fireAt, offset));
  expect(cards.shown().map(({ body }) => body)).toEqual([
    "starts in 10 min · Audi 1 · 14:15",
    "starts in 5 min · Audi 1 · 14:15",
  ]);
  await choose(page, "Remind me", "Not at all");
  await expect(page.getByText("Does not ring.")).toBeVisible();
  await rehearse(page, before(EMBEDDED.fireAt, 2), SESSION);
  await expect(page.getByText("Does not ring.")).toBeVisible();
  await deviceShows(wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset)));
  expect(cards.shown()).toHaveLength(2);
});

test("every session rings where that is wished for, in silence where that is too, and breaks do not", async ({
  page,
  network,
}) => {
  await openApp(page, "#/reminders");
  await page.getByRole("radio", { name: "every session" }).check();
  await page.getByRole("checkbox", { name: "With sound and vibration" }).uncheck();
  await choose(page, "When", "At the start");
  await expect.poll(() => page.evaluate(keptWishes)).toMatchObject({ lead: 0, scope: "every", sound: false });
  await page.reload();
  await expect(page.getByRole("radio", { name: "every session" })).toBeChecked();
  await expect(page.getByRole("combobox", { name: "When" })).toHaveValue("0");
  const cards = await observeNotifications(page);
  await network.goOffline();
  await rehearse(page, before(EMBEDDED.startsAt, 3), DAY);
  await expect.poll(() => cards.shown().length).toBe(2);
  await deviceShows(wellPast(EMBEDDED.startsAt, await page.evaluate(clockOffset)));
  const sorted = cards.shown().map(({ title }) => title);
  expect(sorted.sort()).toEqual([EMBEDDED.title, HIRING.title].sort());
  const silent = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map((card) => card.silent);
  });
  expect(silent).toEqual([true, true]);
  // Lunch begins an hour before, a break as the day goes: neither rings.
  await rehearse(page, "2026-04-18T07:44:57Z", "#/reminders");
  await deviceShows(Date.now() + 4500);
  expect(cards.shown()).toHaveLength(2);
});

test("the app's badge counts what is left today, and no rehearsal", async ({ page }) => {
  // The page's own clock: a real day, which the service worker does not see.
  await page.clock.install({ time: new Date(EMBEDDED.startsAt - 60 * MINUTE) });
  await page.addInitScript(() => {
    const told: number[] = [];
    Object.assign(globalThis, { told });
    navigator.setAppBadge = async (count) => void told.push(count ?? -1);
    navigator.clearAppBadge = async () => void told.push(0);
  });
  const told = () => page.evaluate(() => (globalThis as unknown as { told: number[] }).told);
  await openApp(page);
  await star(page, EMBEDDED);
  await star(page, HIRING);
  await expect.poll(async () => (await told()).at(-1)).toBe(2);
  await page.goto("./?rehearse=2026-04-17T05:00:00Z#/agenda");
  await expect(page.getByRole("region", { name: "Rehearsal" })).toBeVisible();
  await page.clock.runFor(2000);
  expect(await told()).toEqual([]);
  await page.getByRole("button", { name: "End rehearsal" }).click();
  await expect.poll(async () => (await told()).at(-1)).toBe(2);
});
