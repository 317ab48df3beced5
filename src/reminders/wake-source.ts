import type { ToServiceWorker } from "../domain/sw-message";
import type { Ringer } from "../store/db";

/** Rings what is due: every wake ends here. */
type Wake = (by: Ringer) => void;

/** What a source has to work with besides. */
export interface WakePlace {
  /** The absolute address the app is served under. */
  readonly scope: string;
  /** The service worker's registration: undefined until it is known, null where there is none. */
  readonly registration: () => ServiceWorkerRegistration | null | undefined;
}

/** One way in which a page is woken, or has another wake in its place. It lasts as long as the page. */
export type WakeSource = (wake: Wake, place: WakePlace) => void;

/** Says something to the service worker, if there is one. */
export function tellServiceWorker({ registration }: WakePlace, message: ToServiceWorker): void {
  registration()?.active?.postMessage(message);
}
