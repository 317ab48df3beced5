import type { Session } from "../../domain/session";
import { canBeMarked, type Visit } from "../../domain/visit";
import type { Db } from "../../store/db";
import { readNote } from "../../store/notes";
import { readVisit } from "../../store/visits";
import { NoteField } from "../notes/note-field";
import { shown } from "../shown";
import { VisitMark } from "./visit-mark";

/** What the attendee has said of a session in words, and by a mark. */
export interface Said {
  readonly note: string;
  readonly visit: Visit | null;
}

/** What has been said of a session of the conference that is shown. */
export async function readSaid(db: Db, sessionId: string): Promise<Said> {
  const [note, visit] = await Promise.all([
    readNote(db, shown.get(), sessionId),
    readVisit(db, shown.get(), sessionId),
  ]);
  return { note, visit };
}

/** The attendee's mark, as soon as there can be one, and note. */
export function Yours(props: {
  readonly db: Db;
  readonly session: Session;
  readonly said: Said;
  readonly now: number;
}) {
  const { db, session, said, now } = props;
  return (
    <div className="yours">
      {(said.visit !== null || canBeMarked(session, now)) && (
        <VisitMark db={db} sessionId={session.id} kept={said.visit} />
      )}
      <NoteField db={db} sessionId={session.id} stored={said.note} />
    </div>
  );
}
