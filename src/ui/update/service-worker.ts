import type { FromServiceWorker } from "../../domain/sw-message";
import { HOME } from "../../store/home";
import { BASE } from "../base-path";
import { createBoard } from "../board";
import { shown } from "../shown";
import { serviceWorkerUrl } from "../trusted";

/** A newer version of the app's code, ready to be taken. */
export interface Update {
  readonly accept: () => void;
}

/** What is offered of that; null while there is nothing. */
export const updateOffer = createBoard<Update | null>(null);

const REGISTERED = { scope: BASE, updateViaCache: "none" } as const;

/** A card that names no conference is of the site's own, whichever is shown. */
function cardHash(hash: string): string {
  const isOther = shown.get() !== HOME && hash.startsWith("#/session/") && !hash.includes("?");
  return isOther ? `${hash}?conference=${HOME}` : hash;
}

/** Registers the service worker and watches over its updates. */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const container = navigator.serviceWorker;
  container.addEventListener("message", (event: MessageEvent<FromServiceWorker>) => {
    if (event.data.type === "open") location.hash = cardHash(new URL(event.data.url).hash);
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
