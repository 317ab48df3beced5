/**
 * Holds back what is pressed while the app is drawn already and its store not yet open, a moment later; what
 * comes back does it.
 */
export function holdPresses(): () => void {
  const held: HTMLElement[] = [];
  const hold = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button?.closest("#app")) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    held.push(button);
  };
  addEventListener("click", hold, { capture: true });
  return () => {
    removeEventListener("click", hold, { capture: true });
    for (const button of held) button.click();
  };
}
