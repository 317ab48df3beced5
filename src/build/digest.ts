import { createHash } from "node:crypto";
import { DIGITS } from "../ui/first/facts";

/** What names the bytes of a feed: the start of their SHA-256, as the page knows the embedded ones by. */
export function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, DIGITS);
}
