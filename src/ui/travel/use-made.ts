import { type DependencyList, useEffect, useState } from "react";

/** What `make` makes of `deps`, which takes a moment; of before, or null at first, until then. */
export function useMade<T>(make: () => Promise<T>, deps: DependencyList): T | null {
  const [made, setMade] = useState<{ readonly value: T } | null>(null);
  useEffect(() => {
    let isOver = false;
    void make().then((value) => !isOver && setMade({ value }));
    return () => {
      isOver = true;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what it is made of
  }, deps);
  return made?.value ?? null;
}
