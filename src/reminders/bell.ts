import type { ToServiceWorker } from "../domain/sw-message";
import { SECOND } from "../domain/time";
import { deviceNow } from "../store/clock";
import { type Db, isClosedStore } from "../store/db";
import { watchPlan } from "../store/watch";
import type { Card } from "./card";
import { keptIcon } from "./kept-icon";
import { notify } from "./notify";
import { onPermissionChange, permission } from "./permission";
import { type RingDoors, ring } from "./ring";

/** How long a page waits for its service worker before it rings by itself. */
const WORKER_PATIENCE = 5 * SECOND;

/** What the bell needs of its page. */
export interface BellDoors {
  readonly openClockWorker: () => Worker;
  readonly scope: string;
  /** Shows a card in the page itself, with sound: where notifications are refused or impossible. */
  readonly showInApp: (card: Card) => void;
}

/**
 * Rings from a page: at each instant the plan asks for, and at every event after which something may be
 * due. As the page is hidden or left, the service worker is asked to go on.
 */
export function startBell(db: Db, doors: BellDoors): void {
  const clock = doors.openClockWorker();
  /** Null where there is no service worker; undefined until it is known. */
  let registration: ServiceWorkerRegistration | null | undefined =
    "serviceWorker" in navigator ? undefined : null;

  const usesCards = () => permission() === "granted" && registration !== null;
  const ringDoors: RingDoors = {
    by: "page",
    deviceNow,
    scope: doors.scope,
    canShow: () => (usesCards() ? !!registration : document.visibilityState === "visible"),
    show: async (card) => {
      if (usesCards() && registration && (await notify(registration, card))) return true;
      if (document.visibilityState !== "visible") return false;
      doors.showInApp(card);
      return true;
    },
  };

  let ringing = false;
  let rungSince = false;
  const wake = async () => {
    rungSince = true;
    if (ringing) return;
    ringing = true;
    try {
      while (rungSince) {
        rungSince = false;
        clock.postMessage(await ring(db, ringDoors));
      }
    } catch (error) {
      // A store that a newer version has taken over: the page has said so. Else a disk that failed: the
      // clock ticks on and tries again.
      if (!isClosedStore(error)) reportError(error);
    } finally {
      ringing = false;
    }
  };

  const holdElsewhere = () => registration?.active?.postMessage({ type: "hold" } satisfies ToServiceWorker);

  clock.addEventListener("message", wake);
  watchPlan(db, wake);
  onPermissionChange(wake);
  for (const event of ["focus", "pageshow", "online"]) addEventListener(event, wake);
  addEventListener("pagehide", holdElsewhere);
  document.addEventListener("freeze", holdElsewhere);
  document.addEventListener("resume", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") holdElsewhere();
    void wake();
  });

  if (registration === undefined) {
    // A worker that cannot be had (blocked, or its file is gone) must not silence the page.
    setTimeout(() => {
      if (registration !== undefined) return;
      registration = null;
      void wake();
    }, WORKER_PATIENCE);
    void navigator.serviceWorker.ready.then((ready) => {
      registration = ready;
      void keptIcon(ready.scope);
      void wake();
    });
  }
}
