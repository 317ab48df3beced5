import { deviceMoment } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { deviceZone } from "../device-zone";

/** "Saved 14:02 · offline": how old the copy is at `now` (epoch milliseconds), in the device's own time. */
export function savedWords(savedAt: number | null, now: number, isOffline: boolean): string {
  const saved = savedAt === null ? [] : [t("Saved {time}", { time: deviceMoment(savedAt, now, deviceZone) })];
  return [...saved, ...(isOffline ? [t("offline")] : [])].join(" · ");
}
