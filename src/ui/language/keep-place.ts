import { flushSync } from "react-dom";

/** Draws everything anew with the page where it was and the focus on the control of the same id. */
export function keepPlace(draw: () => void): void {
  const { activeElement } = document;
  const [x, y] = [scrollX, scrollY];
  flushSync(draw);
  if (activeElement?.id) document.getElementById(activeElement.id)?.focus({ preventScroll: true });
  scrollTo(x, y);
}
