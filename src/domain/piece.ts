/** How long one piece of the track is, in milliseconds: short, so that little of it is in memory. */
export const PIECE = 60_000;

/**
 * More of the piece, for where the next one is put on late: what falls due meanwhile sounds all the same. Nobody
 * hears where one is taken off and the next put on.
 */
export const SPARE = 10_000;

/** How long a chime sounds, in milliseconds. */
export const CHIME = 1_600;

/** What fell due so long before a piece begins still sounds, at its beginning: between two pieces is a gap. */
export const GAP = 2_000;

/** A piece of the track. Instants are epoch milliseconds by the device's clock. */
export interface Piece {
  readonly from: number;
  readonly chimes: readonly { readonly dueAt: number; readonly offset: number }[];
}

/**
 * The piece that begins at `from`, of a day whose chimes are due at `dues`, in order. What has sounded before, by
 * when it was due, does not sound again.
 */
export function pieceAt(from: number, dues: readonly number[], sounded: ReadonlySet<number>): Piece {
  const within = dues.filter(
    (dueAt) => !sounded.has(dueAt) && dueAt >= from - GAP && dueAt < from + PIECE + SPARE - CHIME,
  );
  const chimes = [...new Set(within)].map((dueAt) => ({ dueAt, offset: Math.max(0, dueAt - from) }));
  return { from, chimes };
}

/** True while a piece chimes, `at` milliseconds into it: it is not to be cut off. */
export function isChiming({ chimes }: Piece, at: number): boolean {
  return chimes.some(({ offset }) => at >= offset && at < offset + CHIME);
}

/** True once a piece may be taken off, `at` milliseconds into it. */
export function isPlayed(piece: Piece, at: number): boolean {
  return at >= PIECE && !isChiming(piece, at);
}

/** True where two pieces sound the same from `now` on, by the device's clock. */
export function soundsAlike(one: Piece, other: Piece, now: number): boolean {
  const toCome = ({ chimes }: Piece) => chimes.filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
  return toCome(one).join() === toCome(other).join();
}
