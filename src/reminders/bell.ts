import { SECOND } from "../domain/time";
import { deviceNow } from "../store/clock";
import { isClosedStore } from "../store/closed-store";
import type { Db, Ringer } from "../store/db";
import { watchPlan } from "../store/watch";
import { showBadge } from "./badge";
import type { Card } from "./card";
import { openTidier, readyImages, showCard, type Tidier } from "./cards";
import { detectDevice } from "./device";
import { holdElsewhere } from "./hold-elsewhere";
import { luckyWakes } from "./lucky-wakes";
import { ownReady } from "./own-worker";
import { pageEvents } from "./page-events";
import { onPermissionChange, permission } from "./permission";
import { type RingDoors, ring } from "./ring";
import type { WakeSource } from "./wake-source";

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
  let tidy: Tidier | undefined;
  // Counted, not told by a wake: between two of them somebody may have been away and back.
  let visit = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") visit++;
  });

  const isVisible = () => document.visibilityState === "visible";
  const usesCards = () => permission() === "granted" && registration !== null;
  const ringDoors = (by: Ringer): RingDoors => ({
    by,
    deviceNow,
    scope: doors.scope,
    canShow: () => (usesCards() ? !!registration : isVisible()),
    show: async (card) => {
      if (usesCards() && registration && (await showCard(registration, card))) return "notification";
      if (!isVisible()) return null;
      doors.showInApp(card);
      return "banner";
    },
    after: (state) => {
      void showBadge(state);
      if (usesCards()) void tidy?.(state, isVisible() ? visit : null).catch(reportError);
    },
  });

  let ringing = false;
  let next: Ringer | null = null;
  const wake = async (by: Ringer) => {
    next = by;
    if (ringing) return;
    ringing = true;
    try {
      while (next !== null) {
        const ringer: Ringer = next;
        next = null;
        clock.postMessage(await ring(db, ringDoors(ringer)));
      }
    } catch (error) {
      // A store that a newer version has taken over: the page has said so. Else a disk that failed: the
      // clock ticks on and tries again.
      if (!isClosedStore(error)) reportError(error);
    } finally {
      ringing = false;
    }
  };
  const wakePage = () => void wake("page");

  clock.addEventListener("message", () => void wake("worker"));
  watchPlan(db, wakePage);
  onPermissionChange(wakePage);
  const sources: readonly WakeSource[] = [pageEvents, holdElsewhere, luckyWakes];
  for (const source of sources)
    source((by) => void wake(by), { scope: doors.scope, registration: () => registration });

  if (registration === undefined) {
    // A worker that cannot be had (blocked, or its file is gone) must not silence the page.
    setTimeout(() => {
      if (registration !== undefined) return;
      registration = null;
      wakePage();
    }, WORKER_PATIENCE);
    void ownReady(doors.scope).then((ready) => {
      registration = ready;
      tidy = openTidier(ready, detectDevice().platform);
      void readyImages(ready.scope);
      wakePage();
    });
  }
}
