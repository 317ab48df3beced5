import { BASE } from "../base-path";

/** Where a visit leaves word for the next one's first paint: the store answers too late for it. */
const MIRROR = `trackside-first:${BASE}`;

/** What a visit leaves for the next. */
export interface Left {
  /** Of the bytes whose schedule stands as it was built in, with nothing of the attendee's in it; else empty. */
  readonly digest: string;
  /** When the saved copy was last known to equal the server's, epoch milliseconds. */
  readonly savedAt: number;
}

/** What the last visit left; null before the first, and where the browser keeps nothing. */
export function readMirror(): Left | null {
  try {
    const [digest, savedAt] = localStorage.getItem(MIRROR)?.split(" ") ?? [];
    return digest === undefined ? null : { digest, savedAt: Number(savedAt) };
  } catch {
    return null;
  }
}

/** Leaves word for the next visit. */
export function writeMirror({ digest, savedAt }: Left): void {
  const word = `${digest} ${savedAt}`;
  try {
    if (localStorage.getItem(MIRROR) !== word) localStorage.setItem(MIRROR, word);
  } catch {
    // Site data is refused: every visit is the first.
  }
}

/** The next visit is not to show the first screen that came with the page. */
export function forgetFirst(): void {
  const left = readMirror();
  if (left) writeMirror({ ...left, digest: "" });
}
