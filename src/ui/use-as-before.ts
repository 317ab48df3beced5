import { useRef } from "react";

/**
 * A value that is made anew with each refresh or star, with whatever `keep` takes over of the last one: so
 * that what is drawn of the rest stays as it is.
 */
export function useAsBefore<T>(value: T, keep: (before: T, after: T) => T): T {
  const last = useRef(value);
  last.current = keep(last.current, value);
  return last.current;
}
