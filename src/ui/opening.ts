import { useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { holdScrollMemory } from "./scroll-memory";

/** The name by which the browser follows a title from a list to its page, and back. */
const TITLE = "session-title";

/** No longer than this is waited, with the picture held, for a page to have its title in sight. */
const PATIENCE = 150;

const isSession = (location: string) => location.startsWith("/session/");

/** True where the way from one address to another is shown as a title that moves. */
function isOpening(from: string, to: string): boolean {
  return (
    from !== to &&
    (isSession(from) || isSession(to)) &&
    typeof document.startViewTransition === "function" &&
    !document.hidden &&
    !matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}

/**
 * The address to show: the given one, at once; only where a session opens or closes, a frame later, when the
 * browser has taken the picture from which the title moves.
 */
export function useOpening(address: string): string {
  const [shown, setShown] = useState(address);
  const latest = useRef(address);
  const openings = useRef(0);
  const waits = isOpening(shown, address);
  if (!waits && shown !== address) setShown(address);
  useLayoutEffect(() => {
    latest.current = address;
    if (!waits) return;
    const before = titleLeft(address);
    if (before) before.style.viewTransitionName = TITLE;
    let after: HTMLElement | null = null;
    openings.current += 1;
    const own = openings.current;
    holdScrollMemory(true);
    const transition = document.startViewTransition(async () => {
      if (before) before.style.viewTransitionName = "";
      flushSync(() => setShown(latest.current));
      after = await appeared(() => titleReached(shown, address));
      // Overtaken by the next one, it has nothing to let go of.
      if (openings.current === own) holdScrollMemory(false);
      if (after && before) after.style.viewTransitionName = TITLE;
    });
    // A transition that is overtaken by the next, or that no screen shows, is no failure.
    transition.ready.catch(() => undefined);
    void transition.finished
      .catch(() => undefined)
      .then(() => {
        if (after) after.style.viewTransitionName = "";
      });
  }, [address, shown, waits]);
  return waits ? shown : address;
}

/** Where the title stands before it moves: what leads to a session, else the heading of the one that closes. */
function titleLeft(to: string): HTMLElement | null {
  return isSession(to) ? rowTitle(to) : inSight(document.querySelector(".session-page h1"));
}

/** Where the title stands after it has moved. */
function titleReached(from: string, to: string): HTMLElement | null {
  return isSession(to) ? inSight(document.querySelector(".session-page h1")) : rowTitle(from);
}

/** The title in a list that leads to a session. */
function rowTitle(location: string): HTMLElement | null {
  const link = document.querySelector(`main a[href="${CSS.escape(`#${location}`)}"]`);
  return inSight(link?.closest("h2, h3, p, li") ?? link);
}

function inSight(element: Element | null): HTMLElement | null {
  if (!(element instanceof HTMLElement)) return null;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight ? element : null;
}

/** What `find` finds, as soon as it does; null where that takes too long. Frames are held meanwhile: timers are not. */
async function appeared(find: () => HTMLElement | null): Promise<HTMLElement | null> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = find();
    if (found || performance.now() > end) return found;
    await new Promise((done) => setTimeout(done, 10));
  }
}
