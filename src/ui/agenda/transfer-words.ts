import { duration } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { MINUTE } from "../../domain/time";
import type { Transfer } from "../../domain/transfer";

/** The way from one session to the next in one sentence: "10 min to change rooms: Hall H → Attic". */
export function transferWords({ between, from, to, minutes, walk }: Transfer): string {
  const values = { time: duration(minutes * MINUTE), from, to, walk: duration((walk ?? 0) * MINUTE) };
  if (minutes === 0) {
    if (walk !== null) return t("No time to get from {from} to {to}: it is about {walk} on foot", values);
    if (between === "venues") return t("No time to get from {from} to {to}", values);
    return t("No time to change rooms: {from} → {to}", values);
  }
  if (walk !== null && walk > minutes)
    return t("{time} to get from {from} to {to}: not enough, it is about {walk} on foot", values);
  if (walk !== null) return t("{time} to get from {from} to {to}, about {walk} on foot", values);
  if (between === "venues") return t("{time} to get from {from} to {to}", values);
  return t("{time} to change rooms: {from} → {to}", values);
}
