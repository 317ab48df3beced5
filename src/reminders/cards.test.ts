import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { REAL_CLOCK } from "../domain/clock";
import { remindersOf } from "../domain/reminder";
import { sampleSession } from "../domain/sample";
import { SECOND } from "../domain/time";
import { cardFor } from "./card";
import { showCard } from "./cards";

const scope = "https://example.org/app/";
const [reminder] = remindersOf(sampleSession(), "feed");
if (!reminder) throw new Error("the sample has an alarm");
const place = { timeZone: "Europe/Oslo", clock: REAL_CLOCK, scope };
const cardOf = (sounds: boolean) => cardFor(reminder, reminder.fireAt, sounds, place);

/** A registration whose platform answers as it is told. */
function platform(showNotification: (title: string, options: object) => Promise<void>) {
  return { scope, showNotification } as unknown as ServiceWorkerRegistration;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { userAgent: "Computer" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a card insists on a computer, sounds where that is wanted, and can be opened or muted", async () => {
  const seen: unknown[] = [];
  const shows = platform(async (title, options) => void seen.push({ title, ...options }));
  expect(await showCard(shows, cardOf(true))).toBe(true);
  expect(await showCard(shows, cardOf(false))).toBe(true);
  const both = {
    title: "Sharpening pencils",
    body: "starts in 5 min · Hall H · 14:00",
    tag: reminder.id,
    requireInteraction: true,
    actions: [{ action: "open" }, { action: "mute" }],
  };
  expect(seen).toMatchObject([
    { ...both, renotify: true, vibrate: [200, 100, 200] },
    { ...both, renotify: false, silent: true },
  ]);
  // Browsers refuse a silent card that vibrates.
  expect(seen[1]).not.toHaveProperty("vibrate");
});

test("on a phone a card does not insist", async () => {
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (Linux; Android 16; K)" });
  const seen: unknown[] = [];
  await showCard(
    platform(async (_, options) => void seen.push(options)),
    cardOf(true),
  );
  expect(seen).toMatchObject([{ requireInteraction: false, data: { insists: false } }]);
});

test("a platform that refuses is said to have shown nothing", async () => {
  expect(
    await showCard(
      platform(() => Promise.reject(new TypeError("no permission"))),
      cardOf(true),
    ),
  ).toBe(false);
});

test("a platform that never answers holds nobody up for longer than five seconds", async () => {
  const shown = showCard(
    platform(() => new Promise(() => undefined)),
    cardOf(true),
  );
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  await expect(shown).resolves.toBe(true);
});
