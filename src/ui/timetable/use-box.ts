import { type RefObject, useLayoutEffect } from "react";
import { entryName, keepPosition, positionOf } from "../scroll-memory";

/**
 * Fits the timetable to the window: its heads stick below what sticks above them; one with more rooms than
 * fit scrolls within a box of its own, as high as the window leaves it, and finds its place again.
 */
export function useBox(box: RefObject<HTMLElement | null>, isCrowded: boolean): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const tabs = document.querySelector<HTMLElement>(".day-tabs");
      const stuck = tabs ? Number.parseFloat(getComputedStyle(tabs).top) + tabs.offsetHeight : 0;
      element.style.setProperty("--stuck", `${stuck || 0}px`);
      element.style.setProperty("--above", `${element.getBoundingClientRect().top + scrollY}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.documentElement);
    for (const above of document.querySelectorAll(".masthead, .day-tabs, .wide-head, .rehearsal"))
      observer.observe(above);
    return () => observer.disconnect();
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isCrowded) return;
    element.scrollTo(positionOf(`${entryName()} x`) ?? 0, positionOf(`${entryName()} y`) ?? 0);
    const keep = () => {
      keepPosition(`${entryName()} x`, element.scrollLeft);
      keepPosition(`${entryName()} y`, element.scrollTop);
    };
    element.addEventListener("scroll", keep, { passive: true });
    // A link may be followed before the browser has told of the last scroll.
    element.addEventListener("click", keep, { capture: true });
    return () => {
      element.removeEventListener("scroll", keep);
      element.removeEventListener("click", keep, { capture: true });
    };
  }, [box, isCrowded]);
}
