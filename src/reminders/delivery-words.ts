import { SECOND } from "../domain/time";
import type { Delivery } from "../store/db";

/** A living clock ticks at least this often: what is later than that was caught up with at some later wake. */
const CATCH_UP = 15 * SECOND;

/** "on time (12 ms)", "3.2 s late", "4 min late" */
export function latenessWords(lateness: number): string {
  if (lateness < SECOND) return `on time (${Math.round(lateness)} ms)`;
  if (lateness < 60 * SECOND) return `${(lateness / SECOND).toFixed(1)} s late`;
  return `${Math.round(lateness / (60 * SECOND))} min late`;
}

/** Who rang: the page, its clock worker, the service worker, or one of them as it caught up. */
export function ringerWords({ by, lateness }: Pick<Delivery, "by" | "lateness">): string {
  return lateness !== null && lateness >= CATCH_UP ? `catch-up (${by})` : by;
}
