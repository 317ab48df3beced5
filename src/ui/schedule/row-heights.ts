/** What a row is taken for until one has been drawn on this page, px. */
const AT_FIRST = 68;

// Outlives the list, so that the way back from a session leads to a page that is as long as it was.
let heights = new Map<string, number>();
let sum = 0;
let width = 0;

/** The height that the row of a session had when it was last drawn in full, px; undefined where it never was. */
export function heightOf(id: string): number | undefined {
  return heights.get(id);
}

/** The height of a row that was never drawn, px. */
export function estimatedHeight(): number {
  return heights.size > 0 ? sum / heights.size : AT_FIRST;
}

/** Remembers how high rows are, by their sessions; of a list of another width nothing is remembered. */
export function rememberHeights(list: HTMLElement, items: Iterable<HTMLElement>): void {
  const inlineSize = list.clientWidth;
  if (inlineSize !== width) [heights, sum, width] = [new Map(), 0, inlineSize];
  for (const item of items) {
    const id = item.querySelector<HTMLElement>("article")?.dataset.session;
    if (id === undefined) continue;
    const { height } = item.getBoundingClientRect();
    sum += height - (heights.get(id) ?? 0);
    heights.set(id, height);
  }
}
