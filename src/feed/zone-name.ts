import { HOUR, isTimeZone, MINUTE, offsetAt } from "../domain/time";
import { WINDOWS_ZONES } from "./windows-zones";

/** The zone that a TZID or X-WR-TIMEZONE means. */
export interface ZoneName {
  /** IANA name, known to Intl. */
  readonly iana: string;
  /** How it was come by: the name itself, one inside it (a vendor's prefix), or one that stands for it. */
  readonly by: "itself" | "prefix" | "alias";
}

const known = new Map<string, ZoneName | null>();
/** A hostile file may name a zone in each of its events. */
const MOST_KNOWN = 1_000;

/** What a zone's name in a feed means, or null where nobody could say. */
export function zoneNameOf(tzid: string): ZoneName | null {
  const old = known.get(tzid);
  if (old !== undefined) return old;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = find(tzid);
  known.set(tzid, found);
  return found;
}

function find(tzid: string): ZoneName | null {
  const name = tzid
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2")
    .replace(/\\,/g, ",")
    .trim();
  if (name === "" || name.length > 200) return null;
  if (isTimeZone(name)) return { iana: name, by: "itself" };
  const inside = insidePath(name);
  if (inside) return { iana: inside, by: "prefix" };
  const iana = byWindows(name) ?? byOtherMarks(name) ?? byCities(name);
  return iana === null ? null : { iana, by: "alias" };
}

/** `/freeassociation.example/Europe/Paris`, `tzone://Microsoft/Utc` */
function insidePath(name: string): string | null {
  const parts = name.split("/").slice(-4);
  for (let from = 0; from < parts.length; from++) {
    const rest = parts.slice(from).join("/");
    if (rest !== "" && rest !== name && isTimeZone(rest)) return rest;
  }
  return null;
}

let windows: ReadonlyMap<string, string> | null = null;

/** Windows and Exchange say "India Standard Time", also where it is summer. */
function byWindows(name: string): string | null {
  windows ??= new Map(Object.entries(WINDOWS_ZONES).map(([key, zone]) => [key.toLowerCase(), zone]));
  const key = name
    .split("/")
    .at(-1)
    ?.toLowerCase()
    .replace(/ daylight time$/, " standard time");
  const zone = windows.get(key ?? "");
  return zone !== undefined && isTimeZone(zone) ? zone : null;
}

/** `Europe_London`, `America-Chicago`, `America/New York` */
function byOtherMarks(name: string): string | null {
  if (!/^[a-z]+[-_/ ][a-z]+(?:[-_/ ][a-z]+){0,3}$/i.test(name)) return null;
  const zone = name.replace(/[-_ ]/, "/").replaceAll(" ", "_");
  const spaced = name.replaceAll(" ", "_");
  return [zone, spaced].find((each) => each.includes("/") && isTimeZone(each)) ?? null;
}

const OUTLOOK = /^\((?:UTC|GMT)(?:([+-])(\d\d?)[:.](\d\d))?\) *(.+)$/i;
const AREAS = ["Europe", "America", "Asia", "Africa", "Australia", "Pacific", "Atlantic", "Indian"];

/**
 * Outlook shows its zones as an offset and some cities, "(UTC+09:00) Osaka, Sapporo, Tokyo", or with a Windows
 * name's beginning, "(UTC-05:00) Eastern Time (US & Canada)". The first that Intl knows with that offset.
 */
function byCities(name: string): string | null {
  const found = OUTLOOK.exec(name);
  const [sign, hours, minutes] = found?.slice(1, 4) ?? [];
  const offset =
    found && (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE);
  const words = found?.[4] ?? name;
  if (!found && !words.includes(",")) return null;
  const fits = (zone: string | null): zone is string =>
    zone !== null && isTimeZone(zone) && (offset === null || standardOffset(zone) === offset);
  const region = byWindows(words.replace(/ Time\b.*$/, " Standard Time"));
  if (fits(region)) return region;
  for (const city of words.split(/\s*,\s*/).slice(0, 8)) {
    const place = city.trim().replaceAll(" ", "_");
    if (!/^[a-z_.-]+$/i.test(place)) continue;
    const zone = AREAS.map((area) => `${area}/${place}`).find(fits);
    if (zone !== undefined) return zone;
  }
  return null;
}

/** Outlook names zones by their time in winter, whatever the season; the year is any recent one. */
function standardOffset(zone: string): number {
  return Math.min(offsetAt(Date.UTC(2024, 0, 1), zone), offsetAt(Date.UTC(2024, 6, 1), zone));
}
