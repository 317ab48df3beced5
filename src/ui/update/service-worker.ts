import type { FromServiceWorker, ToServiceWorker } from "../../domain/sw-message";
import { HOUR } from "../../domain/time";
import { deviceNow } from "../../store/clock";
import { createBoard } from "../board";
import { BASE, serviceWorkerUrl } from "../trusted";

/** A newer version of the app's code, ready to be taken; null while there is none. */
export const updateOffer = createBoard<{ readonly accept: () => void } | null>(null);

/** Asks a worker which code it brings; an unanswered question counts as other code. */
function codeVersionOf(worker: ServiceWorker): Promise<string | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event: MessageEvent<string>) => resolve(event.data);
    setTimeout(() => resolve(null), 5_000);
    worker.postMessage({ type: "version" } satisfies ToServiceWorker, [port2]);
  });
}

/**
 * Registers the service worker. An update that changes the app's own code is offered and taken only when
 * the attendee says so; one that differs in schedule or page alone is taken in silence.
 */
export async function startServiceWorker(): Promise<void> {
  if (!("serviceWorker" in navigator) || import.meta.env.DEV) return;
  const container = navigator.serviceWorker;
  container.addEventListener("message", (event: MessageEvent<FromServiceWorker>) => {
    if (event.data.type === "open") location.hash = new URL(event.data.url).hash;
  });

  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox(serviceWorkerUrl(), { scope: BASE, updateViaCache: "none" });
  let accepted = false;
  let version = container.controller ? codeVersionOf(container.controller) : null;

  workbox.addEventListener("waiting", async ({ sw }) => {
    const running = await (version ?? null);
    if (sw && running !== null && running === (await codeVersionOf(sw))) {
      workbox.messageSkipWaiting();
      return;
    }
    updateOffer.set({
      accept: () => {
        accepted = true;
        workbox.messageSkipWaiting();
      },
    });
  });

  container.addEventListener("controllerchange", async () => {
    const { controller } = container;
    if (accepted) {
      location.reload();
      return;
    }
    const before = version;
    version = controller && codeVersionOf(controller);
    if (before === null || (await before) === (await version)) return;
    // Another tab took the update: this one runs code that is gone from the cache.
    if (document.visibilityState === "hidden") location.reload();
    else updateOffer.set({ accept: () => location.reload() });
  });

  const registration = await workbox.register();
  let lookedAt = deviceNow();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || deviceNow() - lookedAt < HOUR) return;
    lookedAt = deviceNow();
    void registration?.update().catch(() => undefined); // Offline: the next look will do.
  });
}
