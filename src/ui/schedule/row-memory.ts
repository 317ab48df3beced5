import { entryName, keepPosition, positionOf } from "../scroll-memory";
import { firstInSight } from "./hold-still";

/** Where the places of this history entry are kept: its first row in sight, and how far down that stands, px. */
const rowName = (entry: string) => `${entry} row`;
const topName = (entry: string) => `${entry} top`;

/** Without a further scroll for so long, the page has come to rest, ms. */
const REST = 100;

/** The place among its day's rows of the one that was first in sight as this history entry was left; undefined for a new one. */
export function rememberedRow(): number | undefined {
  return positionOf(rowName(entryName()));
}

/**
 * Remembers by its row where a long list is read: rows that have not been drawn yet are taken for as high as
 * others, and a number of pixels leads elsewhere next time. `placeOf` tells an item's place among the rows.
 */
export function keepRow(
  list: HTMLElement,
  itemOf: (row: number) => HTMLElement | null,
  placeOf: (item: HTMLElement) => number,
): () => void {
  const entry = entryName();
  const [row, top] = [positionOf(rowName(entry)), positionOf(topName(entry))];
  const item = row === undefined ? null : itemOf(row);
  // The view puts the window there next.
  if (item && top !== undefined && positionOf(entry) !== undefined)
    keepPosition(entry, Math.max(0, item.getBoundingClientRect().top + scrollY - top));
  const keep = () => {
    // What still scrolls as the address has gone on belongs to neither.
    if (entryName() !== entry) return;
    const first = firstInSight(list);
    const place = first ? placeOf(first) : -1;
    if (!first || place < 0) return;
    keepPosition(rowName(entry), place);
    keepPosition(topName(entry), first.getBoundingClientRect().top);
  };
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(keep, REST);
  };
  addEventListener("scroll", soon, { passive: true });
  // Whoever goes on may do so before the page has come to rest.
  addEventListener("click", keep, { capture: true });
  return () => {
    clearTimeout(timer);
    removeEventListener("scroll", soon);
    removeEventListener("click", keep, { capture: true });
  };
}
