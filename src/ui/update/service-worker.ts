import type { FromServiceWorker } from "../../domain/sw-message";
import { BASE } from "../base-path";
import { createBoard } from "../board";
import { cardHash } from "../shown";
import { serviceWorkerUrl } from "../trusted";

/** A newer version of the app's code, ready to be taken. */
export interface Update {
  readonly accept: () => void;
}

/** What is offered of that; null while there is nothing. */
export const updateOffer = createBoard<Update | null>(null);

/** What the attendee has said "Later" to, for whoever asks for it after all. */
export const putOff = createBoard<Update | null>(null);

const REGISTERED = { scope: BASE, updateViaCache: "none" } as const;

/** Registers the service worker and watches over its updates; a build that takes the app away has none. */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV || import.meta.env.KILLED) return;
  const container = navigator.serviceWorker;
  container.addEventListener("message", (event: MessageEvent<FromServiceWorker>) => {
    if (event.data.type === "open") location.hash = cardHash(event.data.url);
  });

  // At once, and only then what watches over it: on a first visit the network may be gone in a second.
  await container.register(serviceWorkerUrl(), REGISTERED);
  // Where its code cannot be had just now, an update is offered at the next visit.
  const watch = await import("./follow-updates").catch(() => null);
  await watch?.followUpdates(
    container,
    (Workbox) => new Workbox(serviceWorkerUrl(), REGISTERED),
    updateOffer,
  );
}
