import type { Db } from "../../store/db";
import { writeNote } from "../../store/notes";
import { BASE } from "../base-path";

/** Where letters of notes wait that the store does not have yet: who leaves at once is not to lose them. */
const UNKEPT = `trackside-notes:${BASE}`;

/** What a note was as its writer knew it in the store, and what it is to be. */
export interface UnkeptNote {
  readonly conference: string;
  readonly sessionId: string;
  readonly base: string;
  readonly text: string;
}

type Named = Pick<UnkeptNote, "conference" | "sessionId">;

const isAnother = (note: Named) => (one: Named) =>
  one.sessionId !== note.sessionId || one.conference !== note.conference;

/** What waits for the store; nothing where the browser keeps nothing. */
function readUnkept(): readonly UnkeptNote[] {
  try {
    const rows: unknown = JSON.parse(localStorage.getItem(UNKEPT) ?? "[]");
    return Array.isArray(rows) ? rows.flatMap(readRow) : [];
  } catch {
    return [];
  }
}

function readRow(row: unknown): UnkeptNote | [] {
  if (!Array.isArray(row) || !row.every((part) => typeof part === "string")) return [];
  const [conference, sessionId, base, text] = row as readonly string[];
  if (conference === undefined || sessionId === undefined || base === undefined || text === undefined)
    return [];
  return { conference, sessionId, base, text };
}

function writeUnkept(notes: readonly UnkeptNote[]): void {
  const rows = notes.map(({ conference, sessionId, base, text }) => [conference, sessionId, base, text]);
  try {
    if (rows.length > 0) localStorage.setItem(UNKEPT, JSON.stringify(rows));
    else localStorage.removeItem(UNKEPT);
  } catch {
    // Site data is refused, or full: what waits lasts as long as the page.
  }
}

/** What waits for one session's note; null where nothing does. */
export function unkeptOf(note: Named): UnkeptNote | null {
  const isOther = isAnother(note);
  return readUnkept().find((one) => !isOther(one)) ?? null;
}

/** Keeps what is on its way to the store beside it. */
export function keepUnkept(note: UnkeptNote): void {
  writeUnkept([...readUnkept().filter(isAnother(note)), note]);
}

/** Nothing of this note waits any more. */
export function dropUnkept(note: Named): void {
  const notes = readUnkept();
  const left = notes.filter(isAnother(note));
  if (left.length < notes.length) writeUnkept(left);
}

/** Stores what earlier visits could not; what is refused again waits on. */
export async function storeUnkept(db: Db): Promise<void> {
  for (const note of readUnkept()) {
    try {
      await writeNote(db, note.conference, note.sessionId, note);
    } catch {
      return;
    }
    if (unkeptOf(note)?.text === note.text) dropUnkept(note);
  }
}
