import type { PocketEvidence } from "../domain/pocket-test";
import { dayName } from "../domain/say-time";
import { t } from "../domain/speech";
import { dayOf } from "../domain/time";
import { type DevicePromise, told } from "./device-promise";

/** What a test of pocket mode has shown on this device, and in which zone its day is told. */
export interface PocketProof {
  readonly evidence: PocketEvidence;
  readonly timeZone: string;
}

/**
 * A promise with what is known of pocket mode. Nothing is said of pocket mode but what a test on this very device has
 * shown, and nothing that was kept without it is taken back where it failed.
 */
export function withPocket(promise: DevicePromise, { evidence, timeZone }: PocketProof): DevicePromise {
  if (evidence.state !== "passed" && evidence.state !== "failed") return promise;
  const { keeps, words } = promise.locked;
  const { at, inTime, count } = evidence;
  const said = { day: dayName(dayOf(at, timeZone, 0)), inTime, count };
  if (evidence.state === "failed") {
    const failed = t("Pocket mode failed in its test on {day}: {inTime} of {count} in time.", said);
    return { ...promise, locked: { keeps, words: told(words, failed) } };
  }
  const passed = t(
    "With pocket mode on, {inTime} of {count} came in time in its test on {day}, over five minutes out of sight.",
    said,
  );
  return { ...promise, locked: { keeps: keeps === "no" ? "partly" : keeps, words: told(words, passed) } };
}
