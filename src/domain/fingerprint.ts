/** The short name of a session in links and codes has so many bits. */
export const SHORT_BITS = 40;

/** 2 to the power of 8: what is above the lower 32 bits of a short name. */
const UPPER = 2 ** (SHORT_BITS - 32);

/**
 * Two numbers of 32 bits, for `text` and in no way for secrets: FNV-1a over its UTF-16 code units, in two lanes
 * of other primes, each stirred at the end so that its upper bits are as good as its lower ones.
 */
function lanesFor(text: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
    two ^= two >>> 13;
  }
  return [stirred(one ^ text.length), stirred(two)];
}

function stirred(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The short name of a session's id: a whole number below 2 to the power of `SHORT_BITS`. */
export function shortName(id: string): number {
  const [lower, upper] = lanesFor(id);
  return (upper % UPPER) * 2 ** 32 + lower;
}

/** 32 bits that are others for other ids, or for these in another order. */
export function fingerprintOf(ids: readonly string[]): number {
  let print = ids.length >>> 0;
  for (const id of ids) print = stirred(Math.imul(print, 31) + lanesFor(id)[0]);
  return print;
}
