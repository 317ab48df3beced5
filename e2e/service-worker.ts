import type { Page, Worker } from "@playwright/test";

/** One card that the app's registration is showing now. */
interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly data: unknown;
}

/** Waits until the service worker is activated and controls the page (or, where asked, is activated only). */
export async function swReady(page: Page, { controlling = true } = {}): Promise<void> {
  await page.evaluate(async (mustControl) => {
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null && active.state !== "activated") {
      await new Promise<void>((done) => {
        active.addEventListener("statechange", () => active.state === "activated" && done());
      });
    }
    if (mustControl && navigator.serviceWorker.controller === null) {
      await new Promise<void>((done) => {
        navigator.serviceWorker.addEventListener("controllerchange", () => done(), { once: true });
      });
    }
  }, controlling);
}

/**
 * The cards that are up now, as the page's registration lists them. Never poll it to see a card come:
 * Chromium drops from the list, for good, a card that is just being shown while the list is asked for.
 * Await the card by `observeNotifications`, then ask once.
 */
export function notifications(page: Page): Promise<ShownNotification[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const cards = (await registration?.getNotifications()) ?? [];
    return cards.map(({ title, body, tag, data }) => ({ title, body, tag, data }));
  });
}

/** Longer than it takes a card that the browser has told of to be in its list as well. */
const IN_LIST = 500;

/** Clicks the card that is up, as the browser would tell it: headless, nobody can. Gives the windows opened. */
export async function clickCard(worker: Worker | undefined, action = ""): Promise<string[]> {
  if (!worker) throw new Error("No service worker runs.");
  await new Promise((done) => setTimeout(done, IN_LIST));
  return worker.evaluate(async (chosen) => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: object;
      NotificationEvent: new (
        type: string,
        about: { notification: Notification | undefined; action: string },
      ) => Event;
    };
    const opened: string[] = [];
    // A window opens after a real click only.
    Object.defineProperty(scope.clients, "openWindow", {
      configurable: true,
      value: async (url: string) => opened.push(url),
    });
    const [notification] = await scope.registration.getNotifications();
    const event = new scope.NotificationEvent("notificationclick", { notification, action: chosen });
    const work: Promise<unknown>[] = [];
    Object.defineProperty(event, "waitUntil", { value: (promise: Promise<unknown>) => work.push(promise) });
    dispatchEvent(event);
    await Promise.all(work);
    return opened;
  }, action);
}
