import { zoneLabel } from "../../domain/say-time";
import { t } from "../../domain/speech";
import { offsetAt } from "../../domain/time";
import { deviceOffset } from "../device-zone";

/** "Europe/Isle_of_Man" → "Isle of Man" */
export function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/** Says whose time is shown; louder where the device's own clock shows another. */
export function ZoneNote(props: { readonly timeZone: string; readonly at: number }) {
  const { timeZone, at } = props;
  const [place, label] = [placeOf(timeZone), zoneLabel(at, timeZone)];
  const words =
    place === label ? t("{place} time", { place }) : t("{place} time ({zone})", { place, zone: label });
  return offsetAt(at, timeZone) === deviceOffset(at) ? <span>{words}</span> : <strong>{words}</strong>;
}
