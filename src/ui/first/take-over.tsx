import { useEffect, useInsertionEffect, useRef } from "react";
import { takeOver } from "./give-way";

/** Stands in the app where it is drawn as this visit shows it: the first screen that came with the page goes. */
export function TakeOver() {
  const finish = useRef<(() => void) | null>(null);
  // Before any effect that measures or scrolls: those are to find the app in its place.
  useInsertionEffect(() => {
    finish.current ??= takeOver();
  }, []);
  useEffect(() => {
    finish.current?.();
    finish.current = null;
  }, []);
  return null;
}
