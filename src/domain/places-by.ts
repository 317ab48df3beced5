/**
 * Finds the place of a thing in a list by its id, the first where several have one. A list is gone through once,
 * however often it is asked: it must stay as it is.
 */
export function placesBy<T>(idOf: (one: T) => string): (list: readonly T[]) => ReadonlyMap<string, number> {
  const known = new WeakMap<readonly T[], ReadonlyMap<string, number>>();
  return (list) => {
    const old = known.get(list);
    if (old) return old;
    const places = new Map<string, number>();
    for (const [place, one] of list.entries()) {
      const id = idOf(one);
      if (!places.has(id)) places.set(id, place);
    }
    known.set(list, places);
    return places;
  };
}
