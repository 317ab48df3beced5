import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { type DevtoolsSocket, openDevtoolsSocket } from "./devtools-socket";
import type { NotificationEvent } from "./observe-notifications";
import type { RawChromium } from "./raw-chromium";
import { swReady } from "./service-worker";

/** The conference's feed as it lies in the repository. */
export const FEED = readFileSync(new URL("../public/schedule.ics", import.meta.url), "utf8");

/** Its second day, on which two pairs of sessions start together. */
export const DAY = "#/day/2026-04-18";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A session as the tests need it; all of this feed ring five minutes before they start. */
export interface Rung {
  readonly title: string;
  readonly uid: string;
  /** Epoch milliseconds, the conference's time. */
  readonly startsAt: number;
  readonly fireAt: number;
  readonly tag: string;
}

function rung(title: string, key: string, start: string): Rung {
  const startsAt = Date.parse(start);
  const fireAt = startsAt - 5 * MINUTE;
  const uid = `session/${key}@hasgeek.com`;
  return { title, uid, startsAt, fireAt, tag: `${uid}@${fireAt}` };
}

export const EMBEDDED = rung(
  "Safe by construction: embedded systems in Rust",
  "8rDkDMtMExebQQFQug9x74",
  "2026-04-18T08:45:00Z",
);
/** Starts together with `EMBEDDED`. */
export const HIRING = rung(
  "The State of Rust Hiring - Signals, Skills, and Scarcity",
  "VQGsyhNwDkXZhyExUwxQkQ",
  "2026-04-18T08:45:00Z",
);
export const TYPES = rung(
  "From types to trust: safer API designs in Rust",
  "Arw2K6roc8mhVPDcmgGnMp",
  "2026-04-18T10:45:00Z",
);
/** Starts together with `TYPES`. */
export const PORTABLE = rung(
  "Practical Machine Learning & Portable Compute with Rust",
  "SCb3y6ePDu2tC95BuPUBSH",
  "2026-04-18T10:45:00Z",
);
/** Has no room, and no star in lists. */
export const MORNING_BREAK = rung("Morning break", "UzU9XCnVdi1sQHFowj9xEz", "2026-04-18T06:00:00Z");

/** The instant `seconds` before this one, as an address has it. */
export function before(instant: number, seconds: number): string {
  return new Date(instant - seconds * SECOND).toISOString();
}

/** Opens the app at `hash` and waits until its service worker has it for offline. */
export async function openApp(page: Page, hash = DAY): Promise<void> {
  await page.goto(`./${hash}`);
  await swReady(page);
}

/** Stars a session in the list or on the page that is shown. */
export async function star(page: Page, { title }: Pick<Rung, "title">): Promise<void> {
  const button = page.getByRole("button", { name: `Star ${title}`, exact: true });
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
}

/** What the app's clock shows beyond the device's, in milliseconds. Runs in any page of the app's origin. */
export async function clockOffset(): Promise<number> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const row = await answer(db.transaction("settings").objectStore("settings").get("clock"));
  db.close();
  return row?.value.offset ?? 0;
}

/**
 * Later than this a card has missed its tick, and the next one would be a quarter of a minute off. How late
 * cards are on a quiet machine is for `npm run test:lifetimes` to measure.
 */
const IN_TIME = 2 * SECOND;

/** The device instant at which a reminder's card, were it to come, would have come for certain. */
export function wellPast(fireAt: number, offset: number): number {
  return fireAt - offset + IN_TIME + 500;
}

/** Waits until the device's clock shows `instant`. */
export async function deviceShows(instant: number): Promise<void> {
  await new Promise((done) => setTimeout(done, instant - Date.now()));
}

/**
 * Checks that no card came before its fire time and each with its tick, and keeps the worst in the report. `offset` is the clock's, as `clockOffset` tells it.
 */
export function onTime(
  mode: string,
  cards: readonly NotificationEvent[],
  wanted: readonly Rung[],
  offset: number,
): void {
  expect(cards.map(({ tag }) => tag).sort()).toEqual(wanted.map(({ tag }) => tag).sort());
  for (const { tag, fireAt } of wanted) {
    const late = (cards.find((card) => card.tag === tag)?.at ?? 0) - (fireAt - offset);
    test.info().annotations.push({ type: "lateness", description: `${mode}: ${late.toFixed(0)} ms` });
    expect(late, `${mode}: not early`).toBeGreaterThanOrEqual(0);
    expect(late, `${mode}: in time`).toBeLessThanOrEqual(IN_TIME);
  }
}

/** Opens the app in a browser that nothing is attached to, and stars sessions of its second day. */
export async function openRaw(
  raw: RawChromium,
  url: string,
  sessions: readonly Pick<Rung, "title">[],
): Promise<string> {
  const tab = await raw.openTab(url + DAY);
  // The service worker has the whole site to fetch first; on a busy machine that takes its time.
  await raw.waitFor(tab, () => navigator.serviceWorker.controller !== null, 60_000);
  for (const { title } of sessions) {
    const button = `document.querySelector(${JSON.stringify(`[aria-label=${JSON.stringify(`Star ${title}`)}]`)})`;
    await raw.waitFor(tab, `${button} !== null`);
    await raw.evaluate(tab, `${button}.click()`);
    await raw.waitFor(tab, `${button}.ariaPressed === "true"`);
  }
  return tab;
}

/** Starts a rehearsal in a tab of such a browser; gives the clock's offset. */
export async function rehearseRaw(raw: RawChromium, tab: string, url: string, at: string): Promise<number> {
  const address = JSON.stringify(`${url}?rehearse=${at}${DAY}`);
  await raw.evaluate(tab, `void location.assign(${address})`);
  await raw.waitFor(tab, () => document.querySelector("[aria-label=Rehearsal]") !== null);
  return raw.evaluate(tab, clockOffset);
}

/** Opens a conversation with one page alone; its service worker stays unattached. */
export async function talkTo(raw: RawChromium, tab: string): Promise<DevtoolsSocket> {
  const target = (await raw.targets()).find(({ id }) => id === tab);
  if (target === undefined) throw new Error("The tab is gone.");
  return openDevtoolsSocket(target.webSocketDebuggerUrl);
}

/** Takes the network from a page for as long as the conversation lasts; the server is stopped besides. */
export async function goOfflineRaw(socket: DevtoolsSocket): Promise<void> {
  await socket.send("Network.enable");
  const none = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  await socket.send("Network.emulateNetworkConditions", none);
  await socket.send("Network.overrideNetworkState", none);
  const expression = "navigator.onLine";
  expect(await socket.send("Runtime.evaluate", { expression })).toMatchObject({ result: { value: false } });
}

/** Kills every service worker, as a browser short of memory does; asked for in any tab. */
export async function killServiceWorkers(raw: RawChromium, tab: string): Promise<void> {
  const socket = await talkTo(raw, tab);
  await socket.send("ServiceWorker.enable");
  await socket.send("ServiceWorker.stopAllWorkers");
  socket.close();
  const alive = async () => (await raw.targets()).filter(({ type }) => type === "service_worker");
  await expect.poll(alive).toEqual([]);
}

/** Moves the app's clock by `by` milliseconds behind the app's back, in any page of its origin: same run, same rows. */
export async function moveClock(raw: RawChromium, tab: string, by: number): Promise<void> {
  const moved = await raw.evaluate(
    tab,
    `(async () => {
      const answer = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
      });
      const db = await answer(indexedDB.open("trackside:/"));
      const settings = db.transaction("settings", "readwrite").objectStore("settings");
      const row = await answer(settings.get("clock"));
      row.value.offset += ${by};
      await answer(settings.put(row));
      db.close();
      return row.value.offset;
    })()`,
  );
  expect(await raw.evaluate(tab, clockOffset)).toBe(moved);
}

/** Lets the device's time pass by `by` milliseconds while the app is not open. */
export async function letTimePass(raw: RawChromium, url: string, by: number): Promise<void> {
  // An image of the site: no code of the app runs in it.
  const image = await raw.openTab(`${url}favicon.ico`);
  await raw.waitFor(image, () => location.pathname.endsWith(".ico") && document.readyState === "complete");
  await moveClock(raw, image, by);
  await raw.closeTab(image);
}

/** What the page of reminders, open in a tab, lists as missed. */
export function missedRows(raw: RawChromium, tab: string): Promise<string[]> {
  return raw.evaluate(tab, () =>
    [...document.querySelectorAll("section[aria-labelledby=missed] li")].map((row) => row.textContent ?? ""),
  );
}

/** Opens the page of reminders in a new tab, and waits until it is drawn. */
export async function openReminders(raw: RawChromium, url: string): Promise<string> {
  const tab = await raw.openTab(`${url}#/reminders`);
  await remindersDrawn(raw, tab);
  return tab;
}

/** Loads an open page of reminders anew. */
export async function reloadReminders(raw: RawChromium, tab: string): Promise<void> {
  await raw.evaluate(tab, () => location.reload());
  await remindersDrawn(raw, tab);
}

async function remindersDrawn(raw: RawChromium, tab: string): Promise<void> {
  await raw.waitFor(tab, () => document.querySelector("section[aria-labelledby=missed]") !== null);
}

/** Text for a page: true once the saved schedule has the session begin at `startsAt`. */
export function savedStart(uid: string, startsAt: number): string {
  return `(async () => {
    const answer = (request) => new Promise((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
    const db = await answer(indexedDB.open("trackside:/"));
    const row = await answer(db.transaction("conferences").objectStore("conferences").get("home"));
    db.close();
    return row?.conference.sessions.some(({ id, startsAt }) => id === ${JSON.stringify(uid)} && startsAt === ${startsAt});
  })()`;
}
