/** The first row of a day's list whose end is in sight: rows stand one below the other. */
export function firstInSight(list: HTMLElement): HTMLElement | null {
  const first = firstOf(list.children);
  // Of what is far from sight nothing is measured: that would have it laid out.
  const chunk = first?.matches("[data-chunk]") ? first.firstElementChild : null;
  return chunk ? firstOf(chunk.children) : first;
}

function firstOf(items: HTMLCollection): HTMLElement | null {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.getBoundingClientRect().bottom ?? 0) > 0) high = middle;
    else low = middle + 1;
  }
  const found = items[low];
  return found instanceof HTMLElement ? found : null;
}

/** Makes a change above or below what is seen without moving that: where the browser does not see to it itself. */
export function holdStill(list: HTMLElement, change: () => void): void {
  const row = CSS.supports("overflow-anchor", "auto") ? null : firstInSight(list);
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  if (row?.isConnected) scrollBy(0, row.getBoundingClientRect().top - before);
}
