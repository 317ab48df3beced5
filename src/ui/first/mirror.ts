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

/** Where the stars wait that were pressed on the first screen: who leaves at once is not to lose them. */
const PRESSED = `trackside-pressed:${BASE}`;

/** Keeps which sessions were starred before there was a store for it. */
export function keepPressed(ids: readonly string[]): void {
  try {
    localStorage.setItem(PRESSED, JSON.stringify(ids));
  } catch {
    // Site data is refused: they last as long as the page.
  }
}

/** Hands over what was kept, once. */
export function takePressed(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PRESSED) ?? "[]");
    localStorage.removeItem(PRESSED);
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
