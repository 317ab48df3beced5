import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { holdStill } from "./hold-still";
import { rememberHeights } from "./row-heights";

/** What is drawn of a list of chunks. */
export interface Drawn {
  /** The chunks that are drawn at all, `to` not included: all of them a moment after the first picture. */
  readonly from: number;
  readonly to: number;
  /** Of these the ones that are drawn in full. */
  readonly full: ReadonlySet<number>;
}

/** How far beyond what is seen rows are drawn in full. */
const NEAR = "150% 0px";

/** Faster than so many screens in a frame nobody reads: what flies past stays in outline. */
const READABLE = 0.3;

/** What may be drawn in one go after the first picture, ms: no phone is held up. */
const SLICE_MS = 16;
const MOST_CHUNKS = 4;

/** Chunks that follow in one go, before and behind, as fast as this device has turned out to be. */
let slice = 1;

function inSlices(draw: (chunks: number) => void): void {
  const begun = performance.now();
  flushSync(() => draw(slice));
  const taken = performance.now() - begun;
  if (taken > SLICE_MS) slice = Math.max(1, slice >> 1);
  else if (taken < SLICE_MS / 2) slice = Math.min(MOST_CHUNKS, slice * 2);
}

const idle = (act: () => void): (() => void) => {
  // Safari has no moments of leisure to tell of.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(act, 30);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(act, { timeout: 200 });
  return () => cancelIdleCallback(asked);
};

/**
 * Decides what is drawn of a list of so many chunks: first those around `start`, as many as a screen holds; then
 * slice by slice the outlines of all others; and in full whatever comes near to what is seen. `wanted` is a
 * chunk that has to be there whatever happens.
 */
export function useDrawn(
  list: RefObject<HTMLElement | null>,
  chunks: number,
  { start, wanted }: { readonly start: number; readonly wanted: number | null },
): Drawn {
  const [drawn, setDrawn] = useState<Drawn>(() => {
    const [from, to] = [Math.max(0, start - 2), Math.min(chunks, start + 4)];
    const full = start === 0 ? [0, 1] : [start - 2, start - 1, start, start + 1, start + 2];
    return { from, to, full: new Set(full.filter((chunk) => chunk >= from && chunk < to)) };
  });
  const from = wanted === null ? drawn.from : Math.min(drawn.from, wanted);
  const to = wanted === null ? drawn.to : Math.max(drawn.to, wanted + 1);

  useEffect(() => {
    if (from === 0 && to >= chunks) return;
    return idle(() =>
      inSlices((more) =>
        setDrawn(({ full }) => ({
          from: Math.max(0, from - more),
          to: Math.min(chunks, to + more),
          full,
        })),
      ),
    );
  }, [from, to, chunks]);

  useEffect(() => {
    const element = list.current;
    if (!element || chunks === 0) return;
    return followSight(element, (chunk, isFull) =>
      setDrawn((before) => {
        const full = new Set(before.full);
        if (isFull) full.add(chunk);
        else full.delete(chunk);
        return { ...before, full };
      }),
    );
  }, [list, chunks]);

  return { from, to, full: drawn.full };
}

/** Has chunks of a list drawn in full as they come near and in outline as they go, one in a frame. */
function followSight(list: HTMLElement, draw: (chunk: number, isFull: boolean) => void): () => void {
  const near = new Set<Element>();
  const isFull = new Map<number, boolean>();
  let frame = 0;
  let lastTop = scrollY;
  const chunkOf = (element: Element) => Number((element as HTMLElement).dataset.chunk);
  const step = () => {
    frame = 0;
    // What leaves the page, or is hidden while the next view comes, is out of sight as well and has no height.
    if (list.clientWidth === 0) return;
    const moved = Math.abs(scrollY - lastTop);
    lastTop = scrollY;
    if (moved > READABLE * innerHeight) {
      frame = requestAnimationFrame(step);
      return;
    }
    for (const element of near) if (!element.isConnected) near.delete(element);
    const wanted = new Set([...near].map(chunkOf));
    const middle = [...wanted].reduce((sum, chunk) => sum + chunk, 0) / Math.max(1, wanted.size);
    const missing = [...wanted].filter((chunk) => isFull.get(chunk) !== true);
    const [next] = missing.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const gone = [...isFull].find(([chunk, full]) => full && !wanted.has(chunk))?.[0];
    if (next !== undefined) {
      isFull.set(next, true);
      holdStill(list, () => flushSync(() => draw(next, true)));
    } else if (gone !== undefined) {
      const chunk = list.querySelector<HTMLElement>(`:scope > [data-chunk="${gone}"]`);
      isFull.set(gone, false);
      if (chunk) rememberHeights(list, chunk);
      holdStill(list, () => flushSync(() => draw(gone, false)));
    }
    if (missing.length > 1 || gone !== undefined) frame ||= requestAnimationFrame(step);
  };
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) near.add(target);
        else near.delete(target);
        const chunk = chunkOf(target);
        if (!isFull.has(chunk)) isFull.set(chunk, target.querySelector("[data-outline]") === null);
      }
      frame ||= requestAnimationFrame(step);
    },
    { rootMargin: NEAR },
  );
  // Chunks come late, and with a schedule that has changed.
  const watch = () => {
    for (const element of list.querySelectorAll(":scope > [data-chunk]")) sight.observe(element);
  };
  const arrivals = new MutationObserver(watch);
  arrivals.observe(list, { childList: true });
  watch();
  return () => {
    cancelAnimationFrame(frame);
    arrivals.disconnect();
    sight.disconnect();
  };
}
