/// <reference lib="webworker" />
import type { ToServiceWorker } from "../domain/sw-message";
import { endHolds, hold } from "./hold";
import { openSession } from "./open-session";
import { codeVersion, startPrecache } from "./precache";
import { choresDone, inSight, mute, ringHere, settleAnswered } from "./ring-here";
import { takeShared } from "./take-shared";

declare const self: ServiceWorkerGlobalScope;

startPrecache();

// Not for longer than this: until the worker is active its pages get nothing, and the store may wait for a
// frozen tab that holds an older version of it open.
const ACTIVATION = 2_000;
/** Browsers let a click open a window for some seconds. */
const SETTLING = 500;
self.addEventListener("activate", (event) => {
  const patience = new Promise((resolve) => setTimeout(resolve, ACTIVATION));
  event.waitUntil(Promise.race([ringHere().then(choresDone), patience]));
  event.waitUntil(takeOverHolds());
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "POST" && url === `${self.registration.scope}share`) {
    event.respondWith(takeShared(event.request));
  }
});
self.addEventListener("message", (event) => answer(event, event.data as ToServiceWorker));
self.addEventListener("notificationclick", (event) => event.waitUntil(act(event)));
self.addEventListener("notificationclose", (event) =>
  event.waitUntil(settle(event.notification).then(() => goOn())),
);
// Wakes by luck: the network is back, or the browser thinks that it is time. TypeScript does not know them.
for (const sync of ["sync", "periodicsync"]) {
  self.addEventListener(sync, (event) => (event as ExtendableEvent).waitUntil(goOn()));
}

/** Rings for as long as the event that waits for it may keep the worker alive. */
async function goOn(nextUp = false): Promise<void> {
  let isFirst = true;
  await hold(() => {
    const showNext = nextUp && isFirst;
    isFirst = false;
    return ringHere(showNext);
  });
  await choresDone();
}

/** The page that a click opens rings as well: it has to find that the card was answered. */
async function act({ action, notification }: NotificationEvent): Promise<void> {
  const settled = settle(notification);
  // A store that keeps one waiting must not keep the session from being opened.
  await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, SETTLING))]);
  const answered = action === "mute" ? mute(notification) : openSession(notification);
  await Promise.all([answered, settled.then(() => goOn())]);
}

/** An answered card is known to have been shown before anything rings. */
async function settle(card: Notification): Promise<void> {
  await settleAnswered(card).catch(reportError); // A store that cannot be had rings nothing either.
}

/**
 * The worker before this one has given up its holds, perhaps for pages that are closed by now: where nobody
 * is looking, this one goes on. By a message to itself, as an activation that lasts keeps its pages waiting.
 */
async function takeOverHolds(): Promise<void> {
  if (await inSight()) return;
  self.registration.active?.postMessage({ type: "hold", nextUp: false } satisfies ToServiceWorker);
}

function answer(event: ExtendableMessageEvent, message: ToServiceWorker): void {
  switch (message.type) {
    case "hold":
      event.waitUntil(goOn(message.nextUp));
      return;
    case "give way":
      endHolds();
      return;
    case "version":
      event.ports[0]?.postMessage(codeVersion);
      return;
    case "SKIP_WAITING":
      event.waitUntil(self.skipWaiting());
  }
}
