import { useCallback, useSyncExternalStore } from "react";

/** Room for rooms side by side, or for a session beside the list; paper has the list. */
export const WIDE = "screen and (min-width: 60rem)";

/** Room for a session beside the timetable. */
export const WIDEST = "screen and (min-width: 90rem)";

/** True while a media query holds: it follows a window that is resized and a screen that is turned. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    watch,
    () => matchMedia(query).matches,
    () => false,
  );
}
