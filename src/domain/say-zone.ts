import { zoneLabel } from "./say-time";
import { t } from "./speech";

/** "Europe/Isle_of_Man" → "Isle of Man" */
export function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** Whose time is told: "Oslo time (GMT+2)", as its clocks stand at an instant. */
export function zoneWords(instant: number, timeZone: string): string {
  const [place, zone] = [placeOf(timeZone), zoneLabel(instant, timeZone)];
  return place === zone ? t("{place} time", { place }) : t("{place} time ({zone})", { place, zone });
}
