import { useEffect, useState } from "react";
import { appTime, type Clock, deviceTime } from "../domain/clock";
import { MINUTE, SECOND } from "../domain/time";
import { deviceNow } from "../store/clock";

/** The app's time, epoch milliseconds, renewed as each minute begins and whenever the page is seen again. */
export function useNow(clock: Clock): number {
  const [now, setNow] = useState(() => appTime(clock, deviceNow()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const current = appTime(clock, deviceNow());
      setNow(current);
      // Ten more milliseconds, so that a timer that is early by one does not show the old minute.
      const next = deviceTime(clock, current - (current % MINUTE) + MINUTE);
      timer = setTimeout(tick, next - deviceNow() + 10);
    };
    tick();
    // A sleeping device takes its timers with it; a moved clock leaves them behind.
    const guard = setInterval(() => {
      const current = appTime(clock, deviceNow());
      setNow((shown) => (Math.floor(shown / MINUTE) === Math.floor(current / MINUTE) ? shown : current));
    }, 15 * SECOND);
    addEventListener("pageshow", tick);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearTimeout(timer);
      clearInterval(guard);
      removeEventListener("pageshow", tick);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [clock]);
  return now;
}
