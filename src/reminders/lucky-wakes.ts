import { HOUR } from "../domain/time";
import { detectDevice } from "./device";
import { ownReady } from "./own-worker";
import type { WakeSource } from "./wake-source";

/** Under this name the service worker is woken by the browser's own syncs. */
const TAG = "ring";

/** Browsers take it for a wish; none grants less than this. */
const AT_MOST_EVERY = 12 * HOUR;

/** What TypeScript's DOM does not know of a registration. */
interface SyncingRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
  readonly periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> };
}

/**
 * Wakes that may come and on which nothing is built: one as the network is back after the page was left
 * without it, and one now and then for an installed app. Refusals are of no account.
 */
export const luckyWakes: WakeSource = (_, { registration, scope }) => {
  if (!("serviceWorker" in navigator)) return;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" || navigator.onLine) return;
    const known: SyncingRegistration | null | undefined = registration();
    void known?.sync?.register(TAG).catch(() => undefined);
  });
  const askForMore = async () => {
    const { periodicSync }: SyncingRegistration = await ownReady(scope);
    await periodicSync?.register(TAG, { minInterval: AT_MOST_EVERY }).catch(() => undefined);
  };
  addEventListener("appinstalled", () => void askForMore());
  if (detectDevice().installed) void askForMore();
};
