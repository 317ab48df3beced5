// A browser takes the cards of one tag for one card, whichever app of an origin has put them up, and feeds may hold
// the same UIDs: the tags of an app that lies under a path of its own begin with that path.

const prefixOf = (scope: string): string => {
  const { pathname } = new URL(scope);
  return pathname === "/" ? "" : pathname;
};

/** The tag under which the app at `scope` (absolute) puts up a card. */
export function tagUnder(scope: string, tag: string): string {
  return prefixOf(scope) + tag;
}

/** A card's own tag, from that of what is up; earlier versions have put up the plain one. */
export function tagWithin(scope: string, shown: string): string {
  const prefix = prefixOf(scope);
  return shown.startsWith(prefix) ? shown.slice(prefix.length) : shown;
}
