import { Workbox } from "workbox-window";
import type { ToServiceWorker } from "../../domain/sw-message";
import { HOUR } from "../../domain/time";
import { ownWorker } from "../../reminders/own-worker";
import { deviceNow } from "../../store/clock";
import { scopeHere } from "../base-path";
import type { Board } from "../board";
import { soundsElsewhere } from "../reminders/chime";
import { codeVersionOf } from "./code-version";
import type { Update } from "./service-worker";

/**
 * Calls back with each new worker that waits for its turn. Workbox's own "waiting" event misses one that
 * began to install before its registration, and all from the third update of a page on.
 */
function watchUpdates(
  registration: ServiceWorkerRegistration,
  onWaiting: (worker: ServiceWorker) => void,
): void {
  const follow = (worker: ServiceWorker | null) => {
    // With no worker in charge there is nothing to wait for: this one is the first.
    const look = () => {
      if (worker?.state === "installed" && registration.active) onWaiting(worker);
    };
    worker?.addEventListener("statechange", look);
    look();
  };
  follow(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

/**
 * Follows the service worker's updates. One that changes the app's own code is offered and taken only when
 * the attendee says so; one that differs in schedule or page alone is taken in silence.
 */
export async function followUpdates(
  container: ServiceWorkerContainer,
  openWorkbox: (library: typeof Workbox) => Workbox,
  updateOffer: Board<Update | null>,
): Promise<void> {
  const workbox = openWorkbox(Workbox);
  let accepted = false;
  // Not that of an app in whose path this one lies: it is no version of this one.
  const running = ownWorker(scopeHere());
  let version = running && codeVersionOf(running);

  const consider = async (waiting: ServiceWorker, registration: ServiceWorkerRegistration) => {
    const take = () => {
      // Else a reminder that it holds itself alive for would hold up the update as well.
      registration.active?.postMessage({ type: "give way" } satisfies ToServiceWorker);
      waiting.postMessage({ type: "SKIP_WAITING" } satisfies ToServiceWorker);
    };
    // A page that was loaded past its worker has none in charge; the one that would be counts.
    const current = await (version ?? (registration.active && codeVersionOf(registration.active)));
    if (current !== null && current === (await codeVersionOf(waiting))) {
      take();
      return;
    }
    updateOffer.set({
      accept: () => {
        accepted = true;
        take();
      },
    });
  };

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
    // One that plays in a pocket would stop for it.
    if (document.visibilityState === "hidden" && !soundsElsewhere.get()) location.reload();
    else updateOffer.set({ accept: () => location.reload() });
  });

  const registration = await workbox.register();
  if (registration) watchUpdates(registration, (waiting) => void consider(waiting, registration));
  let lookedAt = deviceNow();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || deviceNow() - lookedAt < HOUR) return;
    lookedAt = deviceNow();
    void registration?.update().catch(() => undefined); // Offline: the next look will do.
  });
}
