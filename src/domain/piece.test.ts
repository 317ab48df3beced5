import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHIME, isPlayed, PIECE, type Piece, pieceAt, SPARE, soundsAlike } from "./piece";

const start = Date.parse("2030-05-21T10:00:00Z");
const NONE: ReadonlySet<number> = new Set();

describe("a piece", () => {
  test("holds what falls due in it, once each, and nothing that its end would cut off", () => {
    const dues = [0, 0, 30_000, PIECE, PIECE + SPARE - CHIME - 1, PIECE + SPARE - CHIME];
    const { chimes } = pieceAt(
      start,
      dues.map((due) => start + due),
      NONE,
    );
    expect(chimes.map(({ offset }) => offset)).toEqual([0, 30_000, PIECE, PIECE + SPARE - CHIME - 1]);
  });

  test("begins with what fell due in the gap before it, and not with what is older or has sounded", () => {
    const dues = [-2001, -2000, -1].map((due) => start + due);
    expect(pieceAt(start, dues, NONE).chimes.map(({ dueAt }) => dueAt - start)).toEqual([-2000, -1]);
    expect(pieceAt(start, dues, NONE).chimes.map(({ offset }) => offset)).toEqual([0, 0]);
    expect(pieceAt(start, dues, new Set([start - 2000])).chimes.map(({ dueAt }) => dueAt - start)).toEqual([
      -1,
    ]);
  });

  test("is taken off after its minute, but not while it chimes", () => {
    const piece = pieceAt(start, [start + PIECE - 100], NONE);
    expect(
      [PIECE - 1, PIECE, PIECE + CHIME - 101, PIECE + CHIME - 100].map((at) => isPlayed(piece, at)),
    ).toEqual([false, false, false, true]);
    expect(isPlayed(pieceAt(start, [], NONE), PIECE)).toBe(true);
  });

  test("is alike as long as what is to come in it, and in what it has to spare, is the same", () => {
    const piece = (...dues: number[]): Piece =>
      pieceAt(
        start,
        dues.map((due) => start + due),
        NONE,
      );
    expect(soundsAlike(piece(5_000, 9_000), piece(9_000), start + 6_000)).toBe(true);
    expect(soundsAlike(piece(9_000), piece(), start + 6_000)).toBe(false);
    expect(soundsAlike(piece(), piece(PIECE + 1), start + 6_000)).toBe(false);
    expect(soundsAlike(piece(), piece(PIECE + SPARE), start + 6_000)).toBe(true);
  });
});

/** How one piece goes: how late it was expected to begin, how late it does, and is taken off. */
interface Going {
  readonly guess: number;
  readonly begin: number;
  readonly end: number;
}

/** Plays a day from `start` on; gives when which due chimed. */
function play(dues: readonly number[], goings: readonly Going[]) {
  const heard: { readonly dueAt: number; readonly at: number }[] = [];
  const sounded = new Set<number>();
  let asked = start;
  for (const { guess, begin, end } of goings) {
    const piece = pieceAt(asked + guess, dues, sounded);
    const from = asked + begin;
    let at = PIECE;
    while (!isPlayed(piece, at)) at += 250;
    at = Math.min(at + end, PIECE + SPARE);
    for (const { dueAt, offset } of piece.chimes) {
      if (offset > at) break;
      heard.push({ dueAt, at: from + offset });
      sounded.add(dueAt);
    }
    asked = from + at;
  }
  return { heard, until: asked };
}

const going = fc.record({
  // A piece may begin half a second late, known or not, and be taken off as late as its spare lasts.
  guess: fc.integer({ min: 0, max: 500 }),
  begin: fc.integer({ min: 0, max: 500 }),
  end: fc.integer({ min: 0, max: SPARE }),
});

test("over half an hour each chime sounds once, and within a second", () => {
  const halfHour = fc.array(fc.integer({ min: 0, max: 30 * 60_000 }), { maxLength: 40 });
  fc.assert(
    fc.property(halfHour, fc.array(going, { minLength: 5, maxLength: 30 }), (offsets, goings) => {
      const dues = [...new Set(offsets)].sort((a, b) => a - b).map((offset) => start + offset);
      const { heard, until } = play(dues, goings);
      expect(new Set(heard.map(({ dueAt }) => dueAt)).size).toBe(heard.length);
      const owed = dues.filter((dueAt) => dueAt < until - PIECE - SPARE);
      expect(owed.filter((dueAt) => !heard.some((one) => one.dueAt === dueAt))).toEqual([]);
      for (const { dueAt, at } of heard) {
        expect(Math.abs(at - dueAt)).toBeLessThanOrEqual(1_000);
      }
    }),
  );
});
