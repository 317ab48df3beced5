import { useLayoutEffect, useRef } from "react";

/** Where on the screen a session's row stands, px from the top. */
interface Place {
  readonly id: string;
  readonly top: number;
}

let held: Place | null = null;
let returning: string | null = null;

const rows = () => [...document.querySelectorAll<HTMLElement>("article[data-session]")];

/** The row or cell of a session on this page. */
export function articleOf(id: string): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`article[data-session="${CSS.escape(id)}"]`) ?? undefined;
}

const placeOf = (row: HTMLElement): Place => ({
  id: row.dataset.session ?? "",
  top: row.getBoundingClientRect().top,
});

/** Sessions that were opened from a day's list on this page, by their address. */
const openedHere = new Set<string>();

/** Remembers what is opened from a day, and where its row stands, so that it is there again beside its session. */
export function holdClicked({ target }: Event): void {
  const row = (target as Element).closest<HTMLElement>("article[data-session]");
  if (row) held = placeOf(row);
  const isDay = /^(#\/?|#\/day\/.*|)$/.test(location.hash) || document.querySelector(".with-dock") !== null;
  const link = (target as Element).closest<HTMLAnchorElement>('a[href^="#/session/"]');
  if (link && isDay) openedHere.add(link.hash.slice(1));
}

/** True for a session that was opened from its day: what another page, a card or a link leads to stands alone. */
export function wasOpenedHere(address: string): boolean {
  return openedHere.has(address);
}

/** What is called when the session that is open beside is closed: focus and eye go back to its row. */
export function goBackTo(id: string): void {
  const row = articleOf(id);
  // A row out of sight would be put back out of sight, and the focus with it.
  held = row && isInSight(row) ? placeOf(row) : null;
  returning = id;
}

/** The session whose row is gone back to, or null. */
export function goingBackTo(): string | null {
  return returning;
}

/** The link that gets the focus because its session was closed; asked once. */
export function takeReturn(): HTMLElement | null {
  const row = returning === null ? undefined : articleOf(returning);
  returning = null;
  return row?.querySelector<HTMLElement>("a") ?? null;
}

/** Puts a session's row where it was when it was opened or closed, else in the middle. */
export function showRow(id: string): void {
  if (held?.id === id) putBack(held);
  else articleOf(id)?.scrollIntoView({ block: "center", inline: "center" });
}

/** Shows a session's row where it is out of sight. */
export function showHiddenRow(id: string): void {
  const row = articleOf(id);
  if (row && !isInSight(row)) showRow(id);
}

function isInSight(row: HTMLElement): boolean {
  const { top } = row.getBoundingClientRect();
  return top >= 0 && top <= innerHeight - 44;
}

function putBack({ id, top }: Place): void {
  const row = articleOf(id);
  if (!row) return;
  const box = row.closest('[data-crowded="true"]');
  if (box) row.scrollIntoView({ block: "nearest", inline: "nearest" });
  (box ?? window).scrollBy(0, row.getBoundingClientRect().top - top);
}

function middleRow(): Place | null {
  const all = rows().map(placeOf);
  const [first] = all;
  // At its beginning a day stays at its beginning.
  if (!first || first.top > 0) return null;
  const far = ({ top }: Place) => Math.abs(top - innerHeight / 2);
  return all.reduce((best, row) => (far(row) < far(best) ? row : best), first);
}

/**
 * Keeps what is read where it is when `layout` changes: by choice, by a turned screen, or by code that came late.
 * The session whose row that is, while it is drawn anew; else null.
 */
export function useSteadyPlace(layout: string): string | null {
  const last = useRef(layout);
  const steady = useRef<Place | null>(null);
  // While it is drawn anew the page still shows what was.
  if (last.current !== layout) steady.current = middleRow();
  useLayoutEffect(() => {
    last.current = layout;
    if (steady.current) putBack(steady.current);
    steady.current = null;
  }, [layout]);
  return steady.current?.id ?? null;
}
