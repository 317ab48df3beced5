import { beforeAll, describe, expect, test } from "vitest";
import { CHIME, PIECE, pieceAt, SPARE } from "../../domain/piece";
import { waveOf } from "./wave";

const start = Date.parse("2030-05-21T10:00:00Z");
const RATE = 8_000;
const HEADER = 44;

async function samplesOf(...dues: readonly number[]): Promise<Int16Array> {
  const piece = pieceAt(
    start,
    dues.map((due) => start + due),
    new Set(),
  );
  return new Int16Array(await waveOf(piece).arrayBuffer(), HEADER);
}

/** Decibels of the loudest, as browsers reckon the power of sound. */
function decibels(samples: Int16Array): number {
  const power = samples.reduce((sum, sample) => sum + (sample / 32_767) ** 2, 0) / samples.length;
  return 10 * Math.log10(power);
}

const loudest = (samples: Int16Array) =>
  samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

/** The largest difference between one sample and the next; the first one follows the last. */
const largestStep = (samples: Int16Array) =>
  samples.reduce((most, sample, index) => Math.max(most, Math.abs(sample - (samples.at(index - 1) ?? 0))), 0);

const CHIMED = 100;

describe("a piece of the track", () => {
  let header: DataView;
  let bytes: number;
  beforeAll(async () => {
    const file = await waveOf(pieceAt(start, [], new Set())).arrayBuffer();
    header = new DataView(file);
    bytes = file.byteLength;
  });

  test("is a WAV file of one channel that says how long it is", () => {
    const word = (at: number) =>
      String.fromCharCode(...Array.from({ length: 4 }, (_, index) => header.getUint8(at + index)));
    expect([word(0), word(8), word(12), word(36)]).toEqual(["RIFF", "WAVE", "fmt ", "data"]);
    expect(header.getUint32(4, true)).toBe(bytes - 8);
    expect(header.getUint32(40, true)).toBe(bytes - HEADER);
    expect([header.getUint16(22, true), header.getUint32(24, true), header.getUint16(34, true)]).toEqual([
      1,
      RATE,
      16,
    ]);
    expect((bytes - HEADER) / 2 / RATE).toBe((PIECE + SPARE) / 1000);
    // Little of it is in memory.
    expect(bytes).toBeLessThan(1_200_000);
  });

  test("is loud enough between chimes for a page that plays, and too quiet for an ear", async () => {
    const quiet = decibels(await samplesOf());
    expect(quiet).toBeGreaterThan(-70);
    expect(quiet).toBeLessThan(-60);
  });

  test("goes on from second to second, and from piece to piece, without a step", async () => {
    expect(largestStep(await samplesOf())).toBeLessThanOrEqual(1);
  });

  test.each([0, 999, 1_000, 31_234, PIECE - 1])(
    "chimes %s ms after its beginning, and only there",
    async (due) => {
      const samples = await samplesOf(due);
      const first = samples.findIndex((sample) => Math.abs(sample) > CHIMED);
      const last = samples.findLastIndex((sample) => Math.abs(sample) > CHIMED);
      expect(Math.abs((first * 1000) / RATE - due)).toBeLessThan(3);
      expect((last * 1000) / RATE).toBeLessThanOrEqual(due + CHIME);
      expect(loudest(samples)).toBeGreaterThan(8_000);
    },
  );

  test("of two chimes at nearly one time none turns over", async () => {
    const samples = await samplesOf(5_000, 5_001);
    // A sample beyond the largest would turn into the smallest.
    expect(largestStep(samples)).toBeLessThan(40_000);
    expect(loudest(samples)).toBeGreaterThan(20_000);
  });
});
