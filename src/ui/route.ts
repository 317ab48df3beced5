import { useHashLocation } from "wouter/use-hash-location";
import { useOpening } from "./opening";

/** What an address of the app shows. Addresses of views that do not exist yet show the schedule. */
export type Route =
  | { readonly view: "schedule"; readonly day: string | null }
  | { readonly view: "session"; readonly id: string }
  | { readonly view: "agenda" }
  /** An agenda that leaves this device, one that comes in, and a friend's; `rest` is its letters or its id. */
  | { readonly view: "travel"; readonly part: "share" | "take" | "with"; readonly rest: string }
  | { readonly view: "now" }
  | { readonly view: "changes" }
  /** `query` is what stands behind the `?`, as it stands there. */
  | { readonly view: "search"; readonly query: string }
  | { readonly view: "reminders" }
  | { readonly view: "table" }
  | { readonly view: "settings" }
  | { readonly view: "conferences" }
  /** What this site is; `entry` is the number of one of the organiser's, counted from 1, or empty. */
  | { readonly view: "site"; readonly page: SitePage; readonly entry: string };

export type SitePage = "info" | "about" | "privacy" | "poster";

const SCHEDULE: Route = { view: "schedule", day: null };

/** Reads the part of an address behind `#`; `hash` begins with a slash. */
export function readRoute(hash: string): Route {
  const path = pathOf(hash);
  const [, view, rest] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  switch (view) {
    case "day":
      return /^\d{4}-\d\d-\d\d$/.test(rest ?? "") ? { view: "schedule", day: rest ?? null } : SCHEDULE;
    case "session":
      return rest ? { view: "session", id: decode(rest) } : SCHEDULE;
    case "now":
      return { view: "now" };
    case "changes":
      return { view: "changes" };
    case "agenda": {
      const [, part, ofPart = ""] = /^(share|take|with)(?:\/(.*))?$/.exec(rest ?? "") ?? [];
      return part ? { view: "travel", part: part as "share", rest: decode(ofPart) } : { view: "agenda" };
    }
    case "reminders":
      return { view: "reminders" };
    case "search":
      return { view: "search", query: hash.slice(path.length + 1) };
    case "table":
      return { view: "table" };
    case "settings":
      return { view: "settings" };
    case "conferences":
      return { view: "conferences" };
    case "info":
    case "about":
    case "privacy":
    case "poster":
      return { view: "site", page: view, entry: rest ?? "" };
    default:
      return SCHEDULE;
  }
}

/** The part of an address that names a view; what follows the `?` only says what the view shows. */
export function pathOf(hash: string): string {
  return hash.split("?", 1)[0] ?? "";
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
  const [address] = useHashLocation();
  const location = useOpening(address);
  return { route: readRoute(location), location };
}

/** The address of the search; `query` as behind a `?`. */
export function searchHref(query: string): string {
  return query ? `#/search?${query}` : "#/search";
}

/** Changes the address of the view that is shown without a new entry in the history. */
export function replaceAddress(href: string): void {
  try {
    history.replaceState(history.state, "", href);
  } catch {
    return; // A browser that has had enough of changes: the next one will do.
  }
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** The address of a day of the schedule. */
export function dayHref(day: string): string {
  return `#/day/${day}`;
}
