import { zoneWords } from "../../domain/say-zone";
import { offsetAt } from "../../domain/time";
import { deviceOffset } from "../device-zone";

/** Says whose time is shown; louder where the device's own clock shows another. */
export function ZoneNote(props: { readonly timeZone: string; readonly at: number }) {
  const { timeZone, at } = props;
  const words = zoneWords(at, timeZone);
  return offsetAt(at, timeZone) === deviceOffset(at) ? <span>{words}</span> : <strong>{words}</strong>;
}
