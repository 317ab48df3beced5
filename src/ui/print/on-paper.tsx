import { useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import type { Conference } from "../../domain/conference";
import type { Remarks } from "../../domain/remarks";
import { loadedPaper, loadPaper } from "./load-paper";

/** Safari has no moments of leisure to tell of. */
const LEISURE_MS = 3000;

export interface OnPaperProps {
  readonly conference: Conference;
  readonly starred: ReadonlySet<string>;
  /** The app's clock: what is printed says when it was. */
  readonly now: number;
  /** What the attendee has said of sessions; absent where that is not printed. */
  readonly remarks?: Remarks;
  /** Every day of the programme, or of the starred sessions. */
  readonly what: "schedule" | "agenda";
}

/**
 * What the printer gets instead of the view that is shown. It stands beside the app, not in it, and only
 * while the page is printed.
 */
export function OnPaper(props: OnPaperProps) {
  const printing = usePrinting();
  const paper = loadedPaper();
  return printing && paper ? createPortal(<paper.Paper {...props} />, document.body) : null;
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const wait = setTimeout(loadPaper, LEISURE_MS);
    const media = matchMedia("print");
    // The browser takes the page as it is when the listeners have run.
    const begin = (): void => flushSync(() => setPrinting(true));
    const end = (): void => setPrinting(false);
    const change = (): void => {
      if (media.matches) void loadPaper().then(() => media.matches && setPrinting(true));
      else end();
    };
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    media.addEventListener("change", change);
    return () => {
      clearTimeout(wait);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      media.removeEventListener("change", change);
    };
  }, []);
  return printing;
}
