import { useHashLocation } from "wouter/use-hash-location";

/** What an address of the app shows. Addresses of views that do not exist yet show the schedule. */
export type Route =
  | { readonly view: "schedule"; readonly day: string | null }
  | { readonly view: "session"; readonly id: string }
  | { readonly view: "agenda" }
  | { readonly view: "reminders" }
  | { readonly view: "table" };

const SCHEDULE: Route = { view: "schedule", day: null };

/** Reads the part of an address behind `#`; `hash` begins with a slash. */
export function readRoute(hash: string): Route {
  const path = hash.split("?")[0] ?? "";
  const [, view, rest] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  switch (view) {
    case "day":
      return /^\d{4}-\d\d-\d\d$/.test(rest ?? "") ? { view: "schedule", day: rest ?? null } : SCHEDULE;
    case "session":
      return rest ? { view: "session", id: decode(rest) } : SCHEDULE;
    case "agenda":
      return { view: "agenda" };
    case "reminders":
      return { view: "reminders" };
    case "table":
      return { view: "table" };
    default:
      return SCHEDULE;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that somebody typed: no session has this id, and the page says so.
  }
}

/** The route of the address as it stands, and that address itself. */
export function useRoute(): { readonly route: Route; readonly location: string } {
  const [location] = useHashLocation();
  return { route: readRoute(location), location };
}

/** The address of a day of the schedule. */
export function dayHref(day: string): string {
  return `#/day/${day}`;
}
