import { SECOND } from "../domain/time";
import { deviceNow } from "../store/clock";

/** Chromium ends an event 300 s after it began; what is left over is for the last ring's own work. */
const HOLD = 285 * SECOND;
const LONGEST_WAIT = 15 * SECOND;

/** Ends the waits of the holds that are going on. */
const holds = new Set<() => void>();

/**
 * Keeps the service worker alive (through the event that waits for this) for as long as something falls
 * due within the hold, and rings it. Ends at once where nothing does, and at `endHolds`.
 */
export async function hold(ringHere: () => Promise<number | null>): Promise<void> {
  const until = deviceNow() + HOLD;
  let isOver = false;
  let stopWaiting: () => void = () => undefined;
  const end = () => {
    isOver = true;
    stopWaiting();
  };
  holds.add(end);
  try {
    for (;;) {
      const again = await ringHere();
      if (isOver || again === null || again > until) return;
      const wait = Math.min(Math.max(again - deviceNow(), 0), LONGEST_WAIT);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        stopWaiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (isOver) return;
    }
  } finally {
    holds.delete(end);
  }
}

/** Ends every hold that is going on, without cutting a ring short; later ones hold as ever. */
export function endHolds(): void {
  for (const end of holds) end();
}
