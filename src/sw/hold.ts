import { SECOND } from "../domain/time";
import { deviceNow } from "../store/clock";

/** Chromium ends an event 300 s after it began; what is left over is for the last ring's own work. */
const HOLD = 285 * SECOND;
const LONGEST_WAIT = 15 * SECOND;

/**
 * Keeps the service worker alive (through the event that waits for this) for as long as something falls
 * due within the hold, and rings it. Ends at once where nothing does.
 */
export async function hold(ringHere: () => Promise<number | null>): Promise<void> {
  const until = deviceNow() + HOLD;
  for (;;) {
    const again = await ringHere();
    if (again === null || again > until) return;
    const wait = Math.min(Math.max(again - deviceNow(), 0), LONGEST_WAIT);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
