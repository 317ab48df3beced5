import { useLayoutEffect } from "react";

/**
 * Says on the root element what style sheets have to know of a part of the page. They could look for it with
 * `:has()`: but then the engine would look through all rows of a day with each one that comes or goes.
 */
export function useRootFlag(name: "wide" | "crowded" | "timetable" | "poster", isOn: boolean): void {
  useLayoutEffect(() => {
    if (!isOn) return;
    const { dataset } = document.documentElement;
    dataset[name] = "true";
    return () => {
      delete dataset[name];
    };
  }, [name, isOn]);
}
