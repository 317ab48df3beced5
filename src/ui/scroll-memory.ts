import { useLayoutEffect, useRef } from "react";

const STORED = "trackside-scroll";

let positions: Record<string, number> = {};
let entry = "";

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
  addEventListener("scroll", () => (positions[entry] = scrollY), { passive: true });
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(STORED, JSON.stringify(positions));
    } catch {
      // As above.
    }
  });
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
  const done = useRef("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new location is what brings a new entry
  useLayoutEffect(() => {
    if (!ready || done.current === entry) return;
    done.current = entry;
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
