import { type ReactNode, useEffect, useRef } from "react";

/** What rises from the bottom edge. While something stands there, what gets the focus is scrolled clear of it. */
export function FootNotes({ children }: { readonly children: ReactNode }) {
  const notes = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = notes.current;
    if (!element) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const height = element.offsetHeight;
      style.scrollPaddingBlockEnd = height > 0 ? `calc(var(--nav-height) + ${height}px + 1rem)` : "";
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      style.scrollPaddingBlockEnd = "";
    };
  }, []);
  return (
    <div className="foot-notes" ref={notes}>
      {children}
    </div>
  );
}
