import { FIRST_CHOICES, speechFor } from "../../domain/choices";
import type { PictureFacts } from "./facts";
import type { Left } from "./mirror";

/** What the head's script knows of a visit. */
export interface Visit {
  /** What stands behind the site's path: query and hash. */
  readonly search: string;
  readonly hash: string;
  /** What the last visit left, or null. */
  readonly left: Left | null;
  /** BCP 47, the first is liked best. */
  readonly languages: readonly string[];
  /** Epoch milliseconds, by the device's clock. */
  readonly now: number;
  /** There is room for rooms side by side. */
  readonly isWide: boolean;
}

/** Whether the first screen that is written into the page is what this visit shows, and in which words. */
export function whatShows(visit: Visit, facts: PictureFacts): "before" | "over" | null {
  const { search, hash, left, languages, now, isWide } = visit;
  if (search !== "" || !isHome(hash)) return null;
  if (left !== null && left.digest !== facts.digest) return null;
  // What a visit leaves tells of the language too; the first one goes by the device.
  if (left === null && !isPlainEnglish(languages)) return null;
  if (isWide && facts.rooms > 1) return null;
  if (now < facts.busyFrom) return "before";
  return now > facts.busyUntil ? "over" : null;
}

/** The site's own address, which shows its first day or today. */
export function isHome(hash: string): boolean {
  return /^(#\/?)?$/.test(hash);
}

function isPlainEnglish(languages: readonly string[]): boolean {
  const { language, hour12 } = speechFor(FIRST_CHOICES, languages);
  return language === "en" && !hour12;
}
