import type { Page } from "@playwright/test";
import type { PocketTest } from "../src/domain/pocket-test";
import type { RawChromium } from "./raw-chromium";

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
  await raw.tap(tab, pressing(button));
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

/** What is kept of its last test on the device. Runs in a page. */
export async function keptTest(): Promise<PocketTest | null> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const row = await answer(db.transaction("settings").objectStore("settings").get("pocketTest"));
  db.close();
  return row?.value ?? null;
}

/** Puts a test into the store, as if it had been made. Runs in a page, which has to be loaded anew. */
export async function keepTest(value: PocketTest): Promise<void> {
  const answer = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((done, failed) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(request.error);
    });
  const db = await answer(indexedDB.open("trackside:/"));
  const settings = db.transaction("settings", "readwrite").objectStore("settings");
  await answer(settings.put({ name: "pocketTest", value }));
  db.close();
}
