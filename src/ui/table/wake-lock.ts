import { useEffect, useState } from "react";

/**
 * Keeps the screen on while it is used, and asks again whenever the page has been away. True while it holds;
 * false where this browser cannot, or will not (a phone that saves its battery).
 */
export function useWakeLock(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const ask = async () => {
      if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
      try {
        const given = await navigator.wakeLock.request("screen");
        if (over) {
          await given.release();
          return;
        }
        lock = given;
        setHeld(true);
        given.addEventListener("release", () => setHeld(false));
      } catch {
        setHeld(false);
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, []);
  return held;
}
