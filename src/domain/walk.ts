import type { Geo } from "./session";

const EARTH_RADIUS = 6_371_000;
/** Streets are longer than the crow's way. */
const DETOUR = 1.3;
const METRES_PER_MINUTE = 4_800 / 60;

/** Whole minutes on foot between two places, rounded up: an estimate from the great circle, 0 for one place. */
export function walkMinutes(from: Geo, to: Geo): number {
  return Math.ceil((metresBetween(from, to) * DETOUR) / METRES_PER_MINUTE);
}

/** Metres along the great circle. */
function metresBetween(from: Geo, to: Geo): number {
  const [north, south] = [radians(from.latitude), radians(to.latitude)];
  const rise = Math.sin((south - north) / 2) ** 2;
  const turn = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = rise + Math.cos(north) * Math.cos(south) * turn;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
