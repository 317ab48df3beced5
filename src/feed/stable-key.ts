const OFFSET_BASIS = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const SIXTY_FOUR_BITS = (1n << 64n) - 1n;

/** A short key that is the same for the same texts on every device: FNV-1a, 64 bits, as `key-` and hex. */
export function stableKey(texts: readonly (string | null)[]): string {
  let hash = OFFSET_BASIS;
  for (const byte of new TextEncoder().encode(texts.map((text) => text ?? "").join("\n"))) {
    hash = ((hash ^ BigInt(byte)) * PRIME) & SIXTY_FOUR_BITS;
  }
  return `key-${hash.toString(16).padStart(16, "0")}`;
}
