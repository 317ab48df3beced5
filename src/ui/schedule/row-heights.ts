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

const chunkName = (ids: readonly string[]) => `${ids[0] ?? ""} ${ids.length}`;
let ofChunks = new Map<string, number>();

/** The height of a chunk of rows that has been drawn in full, by its sessions, px; else the sum of what its rows are taken for. */
export function chunkHeight(ids: readonly string[], estimate: number): number {
  return (
    ofChunks.get(chunkName(ids)) ?? ids.reduce((height, id) => height + (heights.get(id) ?? estimate), 0)
  );
}

/** Remembers how high a chunk and its rows are, by their sessions; of a list of another width nothing is remembered. */
export function rememberHeights(list: HTMLElement, chunk: HTMLElement): void {
  const inlineSize = list.clientWidth;
  if (inlineSize !== width) [heights, ofChunks, sum, width] = [new Map(), new Map(), 0, inlineSize];
  const ids: string[] = [];
  for (const article of chunk.querySelectorAll<HTMLElement>("article[data-session]")) {
    const id = article.dataset.session ?? "";
    // The item's, that is: the article and whatever is around it.
    const { height } = (article.parentElement ?? article).getBoundingClientRect();
    sum += height - (heights.get(id) ?? 0);
    heights.set(id, height);
    ids.push(id);
  }
  ofChunks.set(chunkName(ids), chunk.getBoundingClientRect().height);
}
