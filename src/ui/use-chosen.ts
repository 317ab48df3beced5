import { useEffect, useState } from "react";

/**
 * What a control shows: what the attendee has just chosen, until the store has it (`kept` is new then). A
 * control that waited for the store would jump back for a moment.
 */
export function useChosen<T>(kept: T): readonly [T, (chosen: T) => void] {
  const [chosen, choose] = useState<{ readonly value: T } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value of the store ends the choice
  useEffect(() => choose(null), [kept]);
  return [chosen ? chosen.value : kept, (value) => choose({ value })];
}
