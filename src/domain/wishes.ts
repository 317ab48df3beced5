import type { Lead } from "./lead";
import type { Since } from "./since";

/** How the attendee wants to be reminded. */
export interface Wishes {
  /** For every session that has no lead time of its own. */
  readonly lead: Lead;
  readonly leadSince: Since | null;
  /** What rings: what is starred, or everything. */
  readonly scope: "stars" | "every";
  readonly scopeSince: Since | null;
  /** Where everything rings: breaks too. A starred break rings whatever is set here. */
  readonly breaks: boolean;
  readonly sound: boolean;
  /** On a phone: a silent card of what comes next, put up as the app is left. */
  readonly nextUp: boolean;
  /** A card where a starred session changes; undefined in what was kept before there were such cards. */
  readonly changes?: boolean;
}

/** Until the attendee says otherwise. */
export const FIRST_WISHES: Wishes = {
  lead: "feed",
  leadSince: null,
  scope: "stars",
  scopeSince: null,
  breaks: false,
  sound: true,
  nextUp: true,
  changes: false,
};

/** What the attendee may change. */
export type WishesChange = Partial<
  Pick<Wishes, "lead" | "scope" | "breaks" | "sound" | "nextUp" | "changes">
>;

/** The wishes after a change made at `since`; a moment is set only for what was really changed. */
export function changedWishes(wishes: Wishes, change: WishesChange, since: Since): Wishes {
  const next = { ...wishes, ...change };
  return {
    ...next,
    leadSince: next.lead === wishes.lead ? wishes.leadSince : since,
    scopeSince: next.scope === wishes.scope && next.breaks === wishes.breaks ? wishes.scopeSince : since,
  };
}
