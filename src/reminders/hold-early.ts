import type { ToServiceWorker } from "../domain/sw-message";

/**
 * Asks the service worker to go on where a page is left before its bell has begun: it is drawn a moment sooner
 * than it can ring. Ended by what comes back.
 */
export function holdEarly(): () => void {
  const hold = () => {
    const message: ToServiceWorker = { type: "hold", nextUp: false };
    navigator.serviceWorker?.controller?.postMessage(message);
  };
  addEventListener("pagehide", hold);
  return () => removeEventListener("pagehide", hold);
}
