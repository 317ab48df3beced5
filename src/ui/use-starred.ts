import { useEffect, useMemo, useState } from "react";
import { type Conference, sessionOf } from "../domain/conference";
import type { Star } from "../domain/star";
import type { Db } from "../store/db";
import { isEarly } from "../store/early-store";
import { storeTrouble } from "./parts/notices";
import type { ToggleStar } from "./parts/star-button";
import { dropStored, forgetWaiting, pressedStars, waitingStars, withPressed } from "./pressed-stars";
import { useAsBefore } from "./use-as-before";

/**
 * The sessions of a conference that are starred: as the store has them, and ahead of it as they were pressed. The
 * set is the same one for as long as it holds the same.
 */
export function useStarred(conference: string, stars: readonly Star[]): ReadonlySet<string> {
  // Not as one value that all of the page has to agree on at once: drawing it may take its time.
  const [pressed, setPressed] = useState(pressedStars.get);
  useEffect(() => {
    const read = () => setPressed(pressedStars.get());
    read();
    return pressedStars.subscribe(read);
  }, []);
  const stored = useMemo(() => new Set(stars.map(({ sessionId }) => sessionId)), [stars]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of either
  useEffect(() => dropStored(conference, stored), [conference, stored, pressed]);
  return useAsBefore(withPressed(conference, stored, pressed), sameOf);
}

function sameOf(before: ReadonlySet<string>, after: ReadonlySet<string>): ReadonlySet<string> {
  if (before === after || before.size !== after.size) return after;
  for (const id of after) if (!before.has(id)) return after;
  return before;
}

/** `storeWaiting`, as soon as there are sessions and a store. */
export function useWaitingStars(...where: Parameters<typeof storeWaiting>): void {
  // After every drawing: the first screen goes with one of them, and mostly there is nothing to do.
  useEffect(() => storeWaiting(...where));
}

/** Has the stars stored that were pressed when there was nobody to do it; those of sessions that are gone are forgotten. */
export function storeWaiting(
  db: Db,
  key: string,
  conference: Conference | undefined,
  stars: readonly Star[],
  onToggle: ToggleStar,
): void {
  // Taken over by a newer version, the store takes nothing from this page: they wait for the next visit.
  if (!conference || isEarly(db) || storeTrouble.get() === "superseded") return;
  for (const star of waitingStars(key)) {
    const session = sessionOf(conference, star.sessionId);
    const isStored = stars.some(({ sessionId }) => sessionId === star.sessionId);
    if (session && isStored !== star.isSet) void onToggle(session, isStored);
    else forgetWaiting(star);
  }
}
