/** The first octets of a text in UTF-8, `most` at most and no letter in half. A lone surrogate becomes U+FFFD. */
export function utf8Head(text: string, most: number): readonly number[] {
  const octets: number[] = [];
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    const isLone = point >= 0xd800 && point <= 0xdfff;
    const written = encodeURIComponent(isLone ? "\ufffd" : letter);
    const own = written.startsWith("%")
      ? written
          .slice(1)
          .split("%")
          .map((hex) => Number.parseInt(hex, 16))
      : [point];
    if (octets.length + own.length > most) break;
    octets.push(...own);
  }
  return octets;
}

/** The text of octets in UTF-8; null where they are none. */
export function textOf(octets: readonly number[]): string | null {
  try {
    return decodeURIComponent(octets.map((octet) => `%${octet.toString(16).padStart(2, "0")}`).join(""));
  } catch {
    return null;
  }
}
