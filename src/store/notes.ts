import { mergedNote, type Note } from "../domain/note";
import { deviceNow } from "./clock";
import type { Db } from "./db";

/** The attendee's notes of one conference. */
export async function readNotes(db: Db, conference: string): Promise<readonly Note[]> {
  return db.notes.where({ conference }).toArray();
}

/** The text of a session's note; an empty one where there is none. */
export async function readNote(db: Db, conference: string, sessionId: string): Promise<string> {
  return (await db.notes.get([conference, sessionId]))?.text ?? "";
}

/**
 * Keeps what a writer has made of a note that was `base` when they last knew it, and gives what it is now. That
 * is another text where somebody else has written meanwhile: then both are kept. An empty note has no row.
 */
export async function writeNote(
  db: Db,
  conference: string,
  sessionId: string,
  { base, text: mine }: { readonly base: string; readonly text: string },
): Promise<string> {
  return db.transaction("rw", db.notes, async () => {
    const theirs = (await db.notes.get([conference, sessionId]))?.text ?? "";
    const text = mergedNote(base, mine, theirs);
    if (text === "") await db.notes.delete([conference, sessionId]);
    else if (text !== theirs) await db.notes.put({ conference, sessionId, text, editedAt: deviceNow() });
    return text;
  });
}
