import type { ToServiceWorker } from "../domain/sw-message";
import type { Ringer } from "../store/db";

/** Rings what is due; every rung of the ladder ends here. */
type Wake = (by: Ringer) => void;

/** What a rung has to work with besides. */
export interface RungPlace {
  /** The service worker's registration: undefined until it is known, null where there is none. */
  readonly registration: () => ServiceWorkerRegistration | null | undefined;
}

/** One way in which a page is woken, or has another wake in its place. It lasts as long as the page. */
export type Rung = (wake: Wake, place: RungPlace) => void;

/** Says something to the service worker, if there is one. */
export function tellServiceWorker({ registration }: RungPlace, message: ToServiceWorker): void {
  registration()?.active?.postMessage(message);
}
