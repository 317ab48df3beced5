/** Puts whole numbers one after another into bytes, the highest bit of each first. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #free = 0;

  /** `value` is below 2 to the power of `width`, which is 48 at most. */
  write(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      if (this.#free === 0) {
        this.#bytes.push(0);
        this.#free = 8;
      }
      this.#free -= 1;
      const isSet = Math.floor(value / 2 ** bit) % 2 === 1;
      if (isSet) this.#bytes[this.#bytes.length - 1] = (this.#bytes.at(-1) ?? 0) | (1 << this.#free);
    }
  }

  /** A number of any size from 0 on: the larger, the longer (Elias’ gamma code of the next one). */
  writeCount(value: number): void {
    const width = Math.floor(Math.log2(value + 1));
    this.write(0, width);
    this.write(value + 1, width + 1);
  }

  /** A number that is mostly below 2 to the power of `low`: what is above in ones, what is below as it is (Rice). */
  writeGap(value: number, low: number): void {
    for (let above = Math.floor(value / 2 ** low); above > 0; above -= 1) this.write(1, 1);
    this.write(0, 1);
    this.write(value % 2 ** low, low);
  }

  /** What has been written; the last byte is filled up with zeros. */
  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** There are no more bits: what was to be read is cut off. */
export class CutOff extends Error {}

/** Reads what a `BitWriter` has written, in the same order. Beyond the end it throws `CutOff`. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(width: number): number {
    let value = 0;
    for (let bit = 0; bit < width; bit += 1) {
      const byte = this.#bytes[this.#at >> 3];
      if (byte === undefined) throw new CutOff();
      value = value * 2 + ((byte >> (7 - (this.#at & 7))) & 1);
      this.#at += 1;
    }
    return value;
  }

  readCount(): number {
    let width = 0;
    while (this.read(1) === 0) if (++width > 31) throw new CutOff();
    return 2 ** width + this.read(width) - 1;
  }

  readGap(low: number): number {
    let above = 0;
    while (this.read(1) === 1) above += 1;
    return above * 2 ** low + this.read(low);
  }
}

/** How many bits a gap of `value` takes. */
const lengthOf = (value: number, low: number) => Math.floor(value / 2 ** low) + 1 + low;

/** The parameter with which these gaps take the fewest bits together; 0 to `most`. */
export function bestLow(gaps: readonly number[], most: number): number {
  let [best, least] = [most, Number.POSITIVE_INFINITY];
  for (let low = 0; low <= most; low += 1) {
    const total = gaps.reduce((sum, gap) => sum + lengthOf(gap, low), 0);
    if (total < least) [best, least] = [low, total];
  }
  return best;
}
