import { useEffect } from "react";
import { type Conference, sessionOf } from "../../domain/conference";
import type { Db } from "../../store/db";
import { isEarly } from "../../store/early-store";
import type { ToggleStar } from "../parts/star-button";
import { takeStarred } from "./give-way";

/** Sets the stars that were pressed before the app was there, as soon as there are sessions and a store for them. */
export function useStarredEarly(
  db: Db,
  conference: Conference | undefined,
  starred: ReadonlySet<string>,
  onToggle: ToggleStar,
): void {
  // After every drawing: the first screen goes with one of them, and mostly there is nothing to do.
  useEffect(() => {
    if (!conference || isEarly(db)) return;
    for (const id of takeStarred()) {
      const session = sessionOf(conference, id);
      if (session && !starred.has(id)) onToggle(session, false);
    }
  });
}
