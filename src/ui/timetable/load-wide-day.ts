import { useEffect, useReducer } from "react";
import { loadView } from "../update/load-view";
import { WIDE } from "../use-media";
import type { WideDay } from "./wide-day";

let loaded: typeof WideDay | null = null;

async function load(): Promise<void> {
  loaded = (await loadView(() => import("./wide-day"))).WideDay;
}

// Asked for at once where it will be needed, so that the first picture has it already; phones never ask.
if (globalThis.matchMedia?.(WIDE).matches) load().catch(() => undefined);

/** What draws a day where there is room; null where that is not `wanted`, or its code is not there yet. */
export function useWideDay(wanted: boolean): typeof WideDay | null {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (wanted && !loaded) load().then(redraw, () => undefined);
  }, [wanted]);
  return wanted ? loaded : null;
}
