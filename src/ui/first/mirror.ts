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

/** Where stars wait that were pressed and are not stored yet: who leaves at once is not to lose them. */
const PRESSED = `trackside-pressed:${BASE}`;

/** A star that was pressed: a session of a conference, and whether it is to be set or taken away. */
export interface PressedStar {
  readonly conference: string;
  readonly sessionId: string;
  readonly isSet: boolean;
}

/** Keeps which stars were pressed until the store has them. */
export function keepPressed(stars: readonly PressedStar[]): void {
  const rows = stars.map(({ conference, sessionId, isSet }) => [conference, sessionId, isSet]);
  try {
    if (rows.length > 0) localStorage.setItem(PRESSED, JSON.stringify(rows));
    else localStorage.removeItem(PRESSED);
  } catch {
    // Site data is refused: they last as long as the page.
  }
}

/** What was pressed and has not been stored; none where the browser keeps nothing. */
export function readPressed(): readonly PressedStar[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(PRESSED) ?? "[]");
    return Array.isArray(rows) ? rows.flatMap(readRow) : [];
  } catch {
    return [];
  }
}

function readRow(row: unknown): PressedStar | [] {
  if (!Array.isArray(row)) return [];
  const [conference, sessionId, isSet] = row as readonly unknown[];
  if (typeof conference !== "string" || typeof sessionId !== "string") return [];
  return { conference, sessionId, isSet: isSet === true };
}
