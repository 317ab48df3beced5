/// <reference lib="webworker" />
import type { ToServiceWorker } from "../domain/sw-message";
import { hold } from "./hold";
import { openSession } from "./open-session";
import { codeVersion, startPrecache } from "./precache";
import { ringHere } from "./ring-here";

declare const self: ServiceWorkerGlobalScope;

startPrecache();

self.addEventListener("activate", (event) => event.waitUntil(ringHere()));
self.addEventListener("message", (event) => answer(event, event.data as ToServiceWorker));
self.addEventListener("notificationclick", (event) =>
  event.waitUntil(Promise.all([openSession(event.notification), hold(ringHere)])),
);
self.addEventListener("notificationclose", (event) => event.waitUntil(hold(ringHere)));

function answer(event: ExtendableMessageEvent, message: ToServiceWorker): void {
  switch (message.type) {
    case "hold":
      event.waitUntil(hold(ringHere));
      return;
    case "version":
      event.ports[0]?.postMessage(codeVersion);
      return;
    case "SKIP_WAITING":
      event.waitUntil(self.skipWaiting());
  }
}
