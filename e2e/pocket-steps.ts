import { expect, type Page } from "@playwright/test";
import type { RawChromium } from "./raw-chromium";
import { rehearse } from "./rehearse";
import { before, clockOffset, EMBEDDED, wellPast } from "./reminder-steps";

export const START = { name: "Start pocket mode" };
export const STOP = { name: "Stop pocket mode" };
export const TEST = { name: "Test it: lock the phone for five minutes" };

declare global {
  interface Window {
    /** When chimes began, by the device's clock: as `hearChimes` has heard them. */
    heardChimes?: number[];
  }
}

/**
 * From now on notes when a chime begins, at the media element itself: where it is in its sound, and what its very
 * samples hold there. Nothing that the app says of its chimes is believed. Runs in a page.
 */
export function hearChimes(): void {
  const HEADER = 22;
  const RATE = 8;
  const LOUD = 300;
  /** So many milliseconds of quiet part one chime from the next. */
  const PAUSE = 500;
  const heard: number[] = [];
  const sounds = new Map<string, Promise<readonly number[]>>();
  const beginnings = async (blob: Blob): Promise<readonly number[]> => {
    const samples = new Int16Array(await blob.arrayBuffer()).subarray(HEADER);
    const found: number[] = [];
    let last = Number.NEGATIVE_INFINITY;
    for (const [index, sample] of samples.entries()) {
      if (Math.abs(sample) < LOUD) continue;
      const at = index / RATE;
      if (at - last > PAUSE) found.push(at);
      last = at;
    }
    return found;
  };
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    const url = create(blob);
    sounds.set(url, beginnings(blob));
    return url;
  };
  const noted = new Set<string>();
  const note = async ({ src, currentTime }: HTMLMediaElement, now: number) => {
    for (const at of (await sounds.get(src)) ?? []) {
      if (currentTime * 1000 < at || noted.has(`${src} ${at}`)) continue;
      noted.add(`${src} ${at}`);
      heard.push(now - currentTime * 1000 + at);
    }
  };
  document.addEventListener(
    "timeupdate",
    (event) => void note(event.target as HTMLMediaElement, Date.now()),
    true,
  );
  window.heardChimes = heard;
}

/** Presses a button of the page by what stands on it. Text for a page. */
const pressing = (name: string) =>
  `[...document.querySelectorAll("button")].find(({ textContent }) => textContent.startsWith(${JSON.stringify(name)})).click()`;

/** Opens the page of reminders in a tab that shows the app, unfolds pocket mode, and presses one of its buttons. */
export async function startPocketRaw(raw: RawChromium, tab: string, button: string): Promise<void> {
  await raw.evaluate(tab, () => void location.assign("#/reminders"));
  await raw.waitFor(tab, () => document.querySelector("details.pocket") !== null);
  await raw.evaluate(tab, hearChimes);
  await raw.evaluate(tab, () => document.querySelector<HTMLElement>("details.pocket summary")?.click());
  await raw.waitFor(
    tab,
    `[...document.querySelectorAll("button")].some(({ textContent }) => textContent === ${JSON.stringify(button)})`,
  );
  await raw.evaluate(tab, pressing(button), true);
  await raw.waitFor(tab, () => (document.querySelector("audio")?.currentTime ?? 0) > 0.2);
}

/** What the lock screen is told. Runs in a page. */
export function lockScreen() {
  const { metadata, playbackState } = navigator.mediaSession;
  return { title: metadata?.title ?? null, artist: metadata?.artist ?? null, playbackState };
}

/** True while the page's track plays. */
export const isPlaying = (page: Page): Promise<boolean> =>
  page.locator("audio").evaluate((audio: HTMLAudioElement) => !audio.paused);

/** What the page says of pocket mode: since when it is on, or how it has ended. */
export const pocketStatus = (page: Page) => page.getByRole("status", { name: "Pocket mode", exact: true });

/** Unfolds pocket mode on the page of reminders, which is shown. */
export async function unfoldPocket(page: Page): Promise<void> {
  await page.getByText(/^An experiment/).click();
}

/** What is kept on the device under the name of a setting; null where nothing is. Runs in a page. */
export async function keptSetting<Kept>(name: string): Promise<Kept | null> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const row = await answer(db.transaction("settings").objectStore("settings").get(name));
  db.close();
  return row?.value ?? null;
}

/** Puts a setting into the store, as if the app had. Runs in a page, which has to be loaded anew. */
export async function keepSetting(setting: {
  readonly name: string;
  readonly value: unknown;
}): Promise<void> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const settings = db.transaction("settings", "readwrite").objectStore("settings");
  await answer(settings.put(setting));
  db.close();
}

/** Starts pocket mode at a rehearsed moment, `seconds` before the first trigger. */
export async function begin(page: Page, seconds: number): Promise<void> {
  await rehearse(page, before(EMBEDDED.fireAt, seconds), "#/reminders");
  await page.evaluate(hearChimes);
  await unfoldPocket(page);
  await page.getByRole("button", START).click();
  await expect.poll(() => isPlaying(page)).toBe(true);
}

/** As another app does that takes the sound. */
export const pause = (page: Page) =>
  page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.pause());

/** As `EMBEDDED` is due, by the app's clock, and a card would have come for certain. */
export async function pastTrigger(page: Page): Promise<void> {
  const at = wellPast(EMBEDDED.fireAt, await page.evaluate(clockOffset));
  await page.waitForTimeout(Math.max(0, at - Date.now()));
}
