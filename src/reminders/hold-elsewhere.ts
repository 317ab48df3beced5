import { detectDevice } from "./device";
import { tellServiceWorker, type WakeSource } from "./wake-source";

/**
 * As the page is hidden, left or frozen, the service worker is asked to go on for as long as it may live.
 * On a phone, where that is not long, it also puts up in silence what comes next.
 */
export const holdElsewhere: WakeSource = (_, place) => {
  const isPhone = detectDevice().platform !== "computer";
  const hold = (nextUp: boolean) => tellServiceWorker(place, { type: "hold", nextUp });
  addEventListener("pagehide", () => hold(false));
  document.addEventListener("freeze", () => hold(false));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hold(isPhone);
  });
};
