import type { Page } from "@playwright/test";
import { cancelSession, endSession, moveRoom, moveSession, removeSession } from "./edit-feed";
import { expect, test } from "./fixtures";
import { observeNotifications } from "./observe-notifications";
import { rehearse } from "./rehearse";
import {
  before,
  clockOffset,
  DAY,
  deviceShows,
  EMBEDDED,
  FEED,
  openApp,
  star,
  wellPast,
} from "./reminder-steps";
import { clickCard, notifications } from "./service-worker";

// What becomes of a card after it was shown.

const MINUTE = 60_000;
const SESSION = `#/session/${encodeURIComponent(EMBEDDED.uid)}`;

/** What the cards that are up say and do; asked for while none is being shown. */
function cardsUp(page: Page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const cards = await registration.getNotifications();
    return cards.map(({ title, body, tag, requireInteraction, silent }) => {
      return { title, body, tag, requireInteraction, silent };
    });
  });
}

test("at sixty times the speed: a card insists until its session begins, is calm until it ends, and is gone", async ({
  page,
  server,
}) => {
  // A reminder five minutes before, and a session of three: five seconds and three.
  const end = EMBEDDED.startsAt + 3 * MINUTE;
  server.feed = { mode: "bytes", body: endSession(FEED, EMBEDDED.uid, end) };
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await page.goto("./#/reminders");
  await page.getByRole("radio", { name: "×60" }).check();
  await page.getByRole("button", { name: "10 seconds before your first reminder" }).click();
  await expect(page.getByRole("region", { name: "Rehearsal" })).toContainText("14:00, Sat 18 April");
  await expect.poll(() => cards.shown().length, { timeout: 15_000 }).toBe(1);
  const rangAt = cards.shown()[0]?.at ?? 0;
  const { title, tag } = EMBEDDED;
  await deviceShows(rangAt + 2500);
  expect(await cardsUp(page)).toEqual([
    { title, tag, body: "starts in 5 min · Audi 1 · 14:15", requireInteraction: true, silent: false },
  ]);
  await expect.poll(() => cards.shown().length).toBe(2);
  await deviceShows(rangAt + 6500);
  expect(await cardsUp(page)).toEqual([
    { title, tag, body: "has begun · Audi 1 · 14:15", requireInteraction: false, silent: true },
  ]);
  await deviceShows(rangAt + 9500);
  expect(await cardsUp(page)).toEqual([]);
  expect(cards.shown()).toHaveLength(2);
  const log = page.getByRole("region", { name: "What has rung" }).getByRole("listitem");
  await expect(log).toHaveCount(1);
  await expect(log).toContainText(/due 14:10:00.*on time \(\d+ ms\) · by worker/);
});

/** Stars the session, lets it ring, changes the feed, and looks for changes. */
async function changeAfterRing(page: Page, change: () => void) {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await rehearse(page, before(EMBEDDED.fireAt, 2), DAY);
  await expect.poll(() => cards.shown().length).toBe(1);
  change();
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByRole("status", { name: "Message" })).toContainText("The schedule has been updated.");
  return cards;
}

test("the card of a session that moves is closed", async ({ page, server }) => {
  const cards = await changeAfterRing(page, () => {
    server.feed = { mode: "bytes", body: moveSession(FEED, EMBEDDED.uid, 30) };
  });
  await expect
    .poll(() => cards.events.map(({ name }) => name))
    .toContainEqual(expect.stringMatching(/closed/i));
  expect(await notifications(page)).toEqual([]);
  expect(cards.shown()).toHaveLength(1);
});

for (const [how, edit] of [
  ["is cancelled", cancelSession],
  ["vanishes", removeSession],
] as const) {
  test(`the card of a session that ${how} is replaced by the news`, async ({ page, server }) => {
    const cards = await changeAfterRing(page, () => {
      server.feed = { mode: "bytes", body: edit(FEED, EMBEDDED.uid) };
    });
    await expect.poll(() => cards.shown().length).toBe(2);
    await deviceShows(Date.now() + 1000);
    const { title, tag } = EMBEDDED;
    expect(await notifications(page)).toMatchObject([
      { title, tag, body: "has been cancelled · was 14:15", data: { sessionId: EMBEDDED.uid } },
    ]);
    // Told once, whoever wakes: here, and after a reload.
    await page.reload();
    await deviceShows(Date.now() + 1500);
    expect(cards.shown()).toHaveLength(2);
  });
}

test("the card of a session in another room says so, and news of one that is on again is taken back", async ({
  page,
  server,
}) => {
  const cards = await changeAfterRing(page, () => {
    server.feed = { mode: "bytes", body: moveRoom(FEED, EMBEDDED.uid, "Audi 2") };
  });
  const look = async (body: string, shown: number) => {
    if (body) {
      server.feed = { mode: "bytes", body };
      await page.getByRole("button", { name: "Look for changes" }).click();
    }
    await expect.poll(() => cards.shown().length).toBe(shown);
    return cards.shown().at(-1)?.body;
  };
  expect(await look("", 2)).toBe("starts in 5 min · Audi 2 · 14:15");
  expect(await look(removeSession(FEED, EMBEDDED.uid), 3)).toBe("has been cancelled · was 14:15");
  expect(await look(FEED, 4)).toBe("is on again · starts in 5 min · Audi 1 · 14:15");
  expect(new Set(cards.shown().map(({ tag }) => tag))).toEqual(new Set([EMBEDDED.tag]));
});

test("a session that is cancelled before its reminder does not ring", async ({ page, server }) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  server.feed = { mode: "bytes", body: cancelSession(FEED, EMBEDDED.uid) };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByText("Cancelled", { exact: true })).toBeVisible();
  await rehearse(page, before(EMBEDDED.fireAt, 2), DAY);
  await deviceShows(wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset)));
  expect(cards.events).toEqual([]);
});

test("“Mute” on a card: the session rings no more, and stays starred; in a rehearsal it only closes the card", async ({
  page,
  context,
  server,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await rehearse(page, before(EMBEDDED.fireAt, 2), SESSION);
  await expect.poll(() => cards.shown().length).toBe(1);
  expect(await clickCard(context.serviceWorkers()[0], "mute")).toEqual([]);
  await expect(page.getByLabel("Remind me")).toHaveValue("feed");
  expect(await notifications(page)).toEqual([]);
  await page.getByRole("button", { name: "End rehearsal" }).click();

  const fireAt = Math.ceil(Date.now() / 1000) * 1000 + 8000;
  const minutes = (fireAt - EMBEDDED.fireAt) / MINUTE;
  server.feed = { mode: "bytes", body: moveSession(FEED, EMBEDDED.uid, minutes) };
  await page.getByRole("button", { name: "Look for changes" }).click();
  await expect(page.getByText(/^Rings 5 min before/)).toBeVisible();
  await expect.poll(() => cards.shown().length, { timeout: 15_000 }).toBe(2);
  await deviceShows(wellPast(fireAt, 0));
  await clickCard(context.serviceWorkers()[0], "mute");
  await expect(page.getByLabel("Remind me")).toHaveValue("none");
  await expect(page.getByText("Does not ring.")).toBeVisible();
  await expect(page.getByRole("button", { name: `Star ${EMBEDDED.title}` })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

/**
 * Leaves the deliveries as a caller does that was killed this moment, just after its card was up: of a claim that is
 * older the service worker, which goes on for the page that was left, would make another card by right.
 */
async function forgetShown(): Promise<void> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const store = db.transaction("deliveries", "readwrite").objectStore("deliveries");
  for (const row of await answer(store.getAll())) {
    await answer(store.put({ ...row, shownAt: null, shownAs: null, claimedAt: Date.now() }));
  }
  db.close();
}

/** Whether the deliveries say that their cards were shown. */
async function areShown(): Promise<boolean> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const rows = await answer(db.transaction("deliveries").objectStore("deliveries").getAll());
  db.close();
  return rows.length > 0 && rows.every(({ shownAt }) => shownAt !== null);
}

test("a card whose caller was killed before it could note it is answered once and for all", async ({
  page,
  context,
}) => {
  await openApp(page);
  await star(page, EMBEDDED);
  const cards = await observeNotifications(page);
  await rehearse(page, before(EMBEDDED.fireAt, 2), "#/agenda");
  await expect.poll(() => cards.shown().length).toBe(1);
  await deviceShows(wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset)));
  await page.goto("about:blank");
  await context.serviceWorkers()[0]?.evaluate(forgetShown);
  const worker = context.serviceWorkers()[0];
  expect(await worker?.evaluate(areShown)).toBe(false);
  await clickCard(worker);
  // Nothing but the click has told them so; a page that is opened by hand is not to be faster than that.
  await expect.poll(() => worker?.evaluate(areShown)).toBe(true);
  await page.goto(`./${SESSION}`);
  await expect(page.getByRole("heading", { level: 1, name: EMBEDDED.title })).toBeVisible();
  expect(await notifications(page)).toEqual([]);
  expect(cards.shown().length).toBe(1);
});
