import { HOME } from "../../store/home";
import { takePressed } from "../pressed-stars";
import { entryName, keepPosition } from "../scroll-memory";

/** True while the first screen that came with the page is shown instead of the app. */
function isFirstShown(): boolean {
  const { first } = document.documentElement.dataset;
  return first === "before" || first === "over";
}

/** True while it is shown and is what the address asks for. */
export function isFirstAsked(): boolean {
  const main = document.querySelector<HTMLElement>("#first main");
  return isFirstShown() && main !== null && !main.hidden;
}

/**
 * Takes the first screen away and shows the app, within one frame and where the reader has scrolled to. What
 * comes back is to be called when the app is drawn: it gives back the focus, and does what was pressed.
 */
export function takeOver(): () => void {
  const first = document.getElementById("first");
  if (!first) return () => undefined;
  const wasShown = isFirstShown();
  if (wasShown && scrollY > 0) keepPosition(entryName(), scrollY);
  const active = document.activeElement;
  const focused = active !== null && first.contains(active) ? active : null;
  const pressed = [...first.querySelectorAll<HTMLElement>("[data-pressed]")];
  const starred = pressed.flatMap(
    (button) => button.closest<HTMLElement>("[data-session]")?.dataset.session ?? [],
  );
  first.remove();
  document.documentElement.dataset.first = "none";
  return () => {
    twinOf(focused)?.focus({ preventScroll: true });
    // Wherever the app opens now: a star is set for its session, not by a button that may be on another view.
    if (wasShown) takePressed(HOME, starred);
    for (const button of pressed) if (!button.closest("[data-session]")) twinOf(button)?.click();
  };
}

/** The link or button of the app that stands for one of the first screen. */
function twinOf(element: Element | null): HTMLElement | null {
  if (element === null) return null;
  const name = element.getAttribute("aria-label");
  const address = element.getAttribute("href");
  const session = element.closest<HTMLElement>("[data-session]")?.dataset.session;
  const place = session === undefined ? "#app " : `#app [data-session="${CSS.escape(session)}"] `;
  const what =
    name !== null
      ? `[aria-label="${CSS.escape(name)}"]`
      : address !== null
        ? `a[href="${CSS.escape(address)}"]`
        : null;
  return what === null ? null : document.querySelector<HTMLElement>(place + what);
}
