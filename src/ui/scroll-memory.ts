import { useLayoutEffect } from "react";
import { BASE } from "./base-path";
import { holdClicked } from "./place";

const STORED = `trackside-scroll:${BASE}`;

let positions: Record<string, number> = {};
let entry = "";
let isForgotten = false;
let held = false;
/** The entry whose place has been found: on a page with two views the first of them finds it. */
let settled = "";

/** Names the history entry that is shown, so that its scroll position can be found again. */
function nameEntry(): void {
  const state = history.state as { key?: string } | null;
  entry = state?.key ?? crypto.randomUUID();
  if (!state?.key) history.replaceState({ ...state, key: entry }, "");
}

/** Starts to remember where each history entry was scrolled to, over reloads as well. */
export function startScrollMemory(): void {
  history.scrollRestoration = "manual";
  try {
    positions = JSON.parse(sessionStorage.getItem(STORED) ?? "{}") as Record<string, number>;
  } catch {
    // Site data is refused: positions last until the page is closed.
  }
  nameEntry();
  // Before the new view is drawn: what scrolls from here on belongs to the new entry.
  addEventListener("popstate", nameEntry);
  addEventListener("hashchange", nameEntry);
  const remember = () => {
    // What still scrolls as the address has gone on belongs to the view before, not to the one that comes.
    if (!held && settled === entry) positions[entry] = scrollY;
  };
  addEventListener("scroll", remember, { passive: true });
  // A link may be followed before the browser has told of the last scroll.
  addEventListener("click", remember, { capture: true });
  addEventListener("click", holdClicked, { capture: true });
  addEventListener("pagehide", () => {
    if (isForgotten) return;
    try {
      sessionStorage.setItem(STORED, JSON.stringify(positions));
    } catch {
      // As above.
    }
  });
}

/** Forgets every position, and keeps none from here on. */
export function forgetPositions(): void {
  isForgotten = true;
  sessionStorage.removeItem(STORED);
}

/** While the address is new and the view still the old one, what scrolls belongs to neither. */
export function holdScrollMemory(hold: boolean): void {
  held = hold;
}

/** The name of the history entry that is shown. */
export function entryName(): string {
  return entry;
}

/** Keeps a place of something that scrolls by itself, as long as those of the page. */
export function keepPosition(name: string, position: number): void {
  positions[name] = position;
}

/** A place that was kept. */
export function positionOf(name: string): number | undefined {
  return positions[name];
}

/** The address as the router tells it. */
function addressNow(): string {
  return `/${globalThis.location.hash.replace(/^#?\/?/, "")}`;
}

/** Late fonts move what lies above: the place is found again once they are there, unless a hand was faster. */
function settleAt(position: number): void {
  if (document.fonts.status === "loaded") return;
  const stop = new AbortController();
  for (const hand of ["wheel", "touchmove", "pointerdown", "keydown", "popstate"]) {
    addEventListener(hand, () => stop.abort(), { once: true, passive: true, signal: stop.signal });
  }
  void document.fonts.ready.then(() => {
    if (!stop.signal.aborted) scrollTo(0, position);
    stop.abort();
  });
}

/**
 * Puts the window where this history entry was left, or, on a new entry, where `arrive` puts it (the top
 * where it is silent). Runs once per entry, when its content is `ready`.
 */
export function useScrollMemory(location: string, ready: boolean, arrive?: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new location is what brings a new entry
  useLayoutEffect(() => {
    // A view that is still shown while the address has gone on has no say in where the next one begins.
    const isShown = location === addressNow();
    if (isShown && settled === entry) return;
    // A view that is not ready has taken the place of the one before all the same: who goes back comes anew.
    settled = isShown && ready ? entry : "";
    if (settled === "") return;
    const known = positions[entry];
    if (known !== undefined) {
      scrollTo(0, known);
      settleAt(known);
    } else {
      scrollTo(0, 0);
      arrive?.();
    }
  }, [location, ready]);
}
