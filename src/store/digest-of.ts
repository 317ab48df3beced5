/** A feed's bytes, in a buffer of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** SHA-256 of bytes, in hex; undefined where the page is not encrypted, and the browser therefore gives none. */
export async function digestOf(bytes: Bytes): Promise<string | undefined> {
  if (!globalThis.crypto.subtle) return undefined;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
