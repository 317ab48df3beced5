import { currentSpeech, t } from "../domain/speech";
import { SECOND } from "../domain/time";
import type { Delivery, Ringer } from "../store/db";

/** A living clock ticks at least this often: what is later than that was caught up with at some later wake. */
const CATCH_UP = 15 * SECOND;

/** "on time (12 ms)", "3.2 s late", "4 min late" */
export function latenessWords(lateness: number): string {
  if (lateness < SECOND) return t("on time ({milliseconds} ms)", { milliseconds: Math.round(lateness) });
  if (lateness < 60 * SECOND) return t("{seconds} s late", { seconds: tenths(lateness / SECOND) });
  return t("{minutes} min late", { minutes: Math.round(lateness / (60 * SECOND)) });
}

/** Who rang: the page, its clock worker, the service worker, or one of them as it caught up. */
export function ringerWords({ by, lateness }: Pick<Delivery, "by" | "lateness">): string {
  const ringer = nameOf(by);
  return lateness !== null && lateness >= CATCH_UP ? t("catch-up ({ringer})", { ringer }) : ringer;
}

function nameOf(ringer: Ringer): string {
  switch (ringer) {
    case "page":
      return t("page");
    case "worker":
      return t("worker");
    case "service worker":
      return t("service worker");
  }
}

const tenths = (seconds: number) =>
  new Intl.NumberFormat(currentSpeech().locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(seconds);
